using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;
using Simulator.RandomStreams;

namespace Simulator.Tests.Twin;

/// <summary>
/// Learned targeting in plain loops: what a sender can see of a person as seven numbers, two ridge logistic regressions by Newton's method with elimination and halved steps, and the value of a message.
/// It shares no formula with the engine.
/// </summary>
internal sealed class PlainLearning(Scenario scenario, Schedule schedule, Send send, Draws draws)
{
    private const int Features = 7;

    private readonly List<(Person Person, int Day, int Offer, bool Complained, double[] X)> _notes = [];
    private readonly List<(double[] X, bool Bought, bool Bad)> _seen = [];
    private double[] _mean = [];
    private double[] _deviation = [];
    private double[] _lowest = [];
    private double[] _highest = [];
    private double[]? _buying;
    private double[]? _reacting;

    private bool Refits => send.To.Learn!.Refit;

    /// <summary>Which campaign and slot a day is, and whether the rest of the first campaign is served; null on days without messages.</summary>
    internal (int Campaign, int Slot, bool IsRest)? Turn(int day)
    {
        int decision = send.First + send.Over - 1 + send.To.Learn!.Wait;
        if (day >= decision && day < decision + send.Over)
        {
            return (0, day - decision, true);
        }

        for (int campaign = 0; campaign < send.Times; campaign++)
        {
            int slot = day - send.First - (campaign * send.Every);
            if (slot >= 0 && slot < send.Over)
            {
                return (campaign, slot, false);
            }
        }

        return null;
    }

    /// <summary>Reads off reactions, and fits on the first day of whatever is chosen by value.</summary>
    internal void Morning(int day)
    {
        foreach ((Person person, _, int offer, bool complained, double[] x) in _notes.FindAll(note => note.Day + send.To.Learn!.Wait == day && note.Person.DeliveryDays.Contains(note.Day)))
        {
            _seen.Add((x, person.Bought.Contains((send.Message, offer)), !person.Follows || (person.HasComplained && !complained)));
        }

        if (Turn(day) is { Slot: 0 } turn && (turn.IsRest || (turn.Campaign > 0 && Refits)))
        {
            Fit();
        }
    }

    /// <summary>Whether a person gets the message; notes it if so.</summary>
    internal bool Wants(Person person, int offer, int day, double signal)
    {
        (int campaign, _, bool isRest) = Turn(day)!.Value;
        bool isPilot = campaign == 0 && !isRest;
        bool inPilot = draws.Block(Purpose.Pilot, person.Index, 0).FineUniform0 < send.To.Learn!.Pilot;
        if (!person.Follows || (campaign == 0 && inPilot != isPilot) || person.Bought.Contains((send.Message, offer)))
        {
            return false;
        }

        double[] x = Look(person, day, signal);
        bool explored = campaign > 0 && Refits && draws.Block(Purpose.Exploration, person.Index, day).FineUniform0 < send.To.Learn!.Explore;
        bool wanted = isPilot || explored || (_buying is not null && Value(x) > 0);
        if (wanted && (isPilot || Refits))
        {
            _notes.Add((person, day, offer, person.HasComplained, x));
        }

        return wanted;
    }

    private static double[] Look(Person person, int day, double signal)
    {
        double held = Math.Min(1 - 1e-6, Math.Max(1e-6, signal));
        return
        [
            Math.Log(held) - Math.Log(1 - held),
            Math.Log10(Math.Max(1, person.Reach)),
            day - person.ArrivedOn < 30 ? 1 : 0,
            Math.Min(8, person.DeliveryDays.Count(sent => sent > day - 30)),
            person.Counts[(int)Flow.Praise] > 0 ? 1 : 0,
            person.Bought.Count > 0 ? 1 : 0,
            person.HasComplained ? 1 : 0,
        ];
    }

    private double Value(double[] x)
    {
        double[] scaled = [.. x.Select(Scaled)];
        double cost = scenario.Economics.HourlyCost * schedule.Delivery.SecondsPerDm / 3600;
        return (scenario.Economics.Margin * Chance(_buying!, scaled)) - cost - (send.To.Learn!.BadReactionCost * Chance(_reacting!, scaled));
    }

    private double Scaled(double value, int feature)
    {
        double held = Math.Min(_highest[feature], Math.Max(_lowest[feature], value));
        return _deviation[feature] == 0 ? 0 : (held - _mean[feature]) / _deviation[feature];
    }

    private void Fit()
    {
        if (_seen.Count == 0)
        {
            return;
        }

        _lowest = [.. Enumerable.Range(0, Features).Select(feature => _seen.Min(row => row.X[feature]))];
        _highest = [.. Enumerable.Range(0, Features).Select(feature => _seen.Max(row => row.X[feature]))];
        _mean = [.. Enumerable.Range(0, Features).Select(feature => _seen.Average(row => row.X[feature]))];
        _deviation = [.. Enumerable.Range(0, Features).Select(feature => Math.Sqrt(_seen.Average(row => Math.Pow(row.X[feature] - _mean[feature], 2))))];
        _deviation = [.. _deviation.Select((spread, feature) => spread < 1e-9 * (1 + Math.Abs(_mean[feature])) ? 0 : spread)];
        double[][] rows = [.. _seen.Select(row => row.X.Select(Scaled).ToArray())];
        _buying = Fit(rows, [.. _seen.Select(row => row.Bought)]);
        _reacting = Fit(rows, [.. _seen.Select(row => row.Bad)]);
    }

    private double[] Fit(double[][] rows, bool[] happened)
    {
        int events = happened.Count(yes => yes);
        if (events == 0 || events == rows.Length)
        {
            double rate = (events + 0.5) / (rows.Length + 1);
            return [Math.Log(rate) - Math.Log(1 - rate), .. new double[Features]];
        }

        double penalty = send.To.Learn!.Penalty;
        double[] w = [Math.Log((double)events / (rows.Length - events)), .. new double[Features]];
        for (int step = 0; step < 60; step++)
        {
            var slope = new double[Features + 1];
            var bend = new double[Features + 1, Features + 1];
            for (int row = 0; row < rows.Length; row++)
            {
                double[] x = [1, .. rows[row]];
                double p = Chance(w, rows[row]);
                for (int one = 0; one <= Features; one++)
                {
                    slope[one] += (p - (happened[row] ? 1 : 0)) * x[one];
                    for (int other = 0; other <= Features; other++)
                    {
                        bend[one, other] += p * (1 - p) * x[one] * x[other];
                    }
                }
            }

            for (int feature = 1; feature <= Features; feature++)
            {
                slope[feature] += penalty * w[feature];
                bend[feature, feature] += penalty;
            }

            double[] move = Solve(bend, slope);
            double[] here = w;
            double length = 1;
            while (length > 1e-9 && Loss([.. here.Zip(move, (value, by) => value - (length * by))], rows, happened) > Loss(here, rows, happened))
            {
                length /= 2;
            }

            w = [.. here.Zip(move, (value, by) => value - (length * by))];
            if (move.Max(Math.Abs) < 1e-10)
            {
                break;
            }
        }

        return w;
    }

    private double Loss(double[] w, double[][] rows, bool[] happened) =>
        rows.Select((x, row) => -Math.Log(happened[row] ? Chance(w, x) : 1 - Chance(w, x))).Sum() + (send.To.Learn!.Penalty / 2 * w.Skip(1).Sum(effect => effect * effect));

    private static double Chance(double[] w, double[] x) => 1 / (1 + Math.Exp(-(w[0] + x.Select((value, feature) => value * w[feature + 1]).Sum())));

    private static double[] Solve(double[,] a, double[] b)
    {
        double[] x = [.. b];
        for (int pivot = 0; pivot < x.Length; pivot++)
        {
            for (int row = 0; row < x.Length; row++)
            {
                if (row != pivot)
                {
                    double factor = a[row, pivot] / a[pivot, pivot];
                    for (int column = 0; column < x.Length; column++)
                    {
                        a[row, column] -= factor * a[pivot, column];
                    }

                    x[row] -= factor * x[pivot];
                }
            }
        }

        return [.. x.Select((value, row) => value / a[row, row])];
    }
}
