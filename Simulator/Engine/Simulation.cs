using Simulator.Ledgers;
using Simulator.Parameters;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Engine;

/// <summary>Runs a scenario: a scenario and a policy in, an outcome with its daily ledger out.</summary>
public static class Simulation
{
    /// <summary>Runs one policy, and its silent twin: the same people with the same luck, to whom nothing is sent.</summary>
    /// <param name="scenario">The world.</param>
    /// <param name="policy">What the sender does.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="replicate">Number of the replicate, from 0.</param>
    /// <param name="threads">Threads at most within the run, from 1; only audiences of more than 1,048,576 people are worth several. No result depends on it.</param>
    /// <param name="cancellation">Stops between two days, or between parts of a big audience.</param>
    /// <exception cref="ArgumentException">The scenario, the policy or one of its messages has problems; the message names all of them.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Outcome Run(Scenario scenario, IPolicy policy, ulong seed = 1, int replicate = 0, int threads = 1, CancellationToken cancellation = default) =>
        Compare(scenario, [policy], seed, replicate, threads, cancellation)[0];

    /// <summary>Runs several policies on the same people with the same luck, beside one silent twin.</summary>
    /// <param name="scenario">The world.</param>
    /// <param name="policies">What senders do.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="replicate">Number of the replicate, from 0.</param>
    /// <param name="threads">Threads at most within the run, from 1; only audiences of more than 1,048,576 people are worth several. No result depends on it.</param>
    /// <param name="cancellation">Stops between two days, or between parts of a big audience.</param>
    /// <returns>One outcome a policy, in their order.</returns>
    /// <exception cref="ArgumentException">The scenario, a policy or one of its messages has problems; the message names all of them.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static IReadOnlyList<Outcome> Compare(
        Scenario scenario, IReadOnlyList<IPolicy> policies, ulong seed = 1, int replicate = 0, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Refuse(scenario, policies);
        var founding = new Founding(scenario.Audience);
        var draws = new Draws(seed, replicate);
        (Ledger silent, MoneySeries silentMoney, _) = Complete(scenario, Schedule.Silent, founding, draws, threads, cancellation);
        var outcomes = new Outcome[policies.Count];
        for (int index = 0; index < policies.Count; index++)
        {
            if (ReferenceEquals(policies[index], Schedule.Silent))
            {
                outcomes[index] = new Outcome(silent, silent, silentMoney, silentMoney, null);
                continue;
            }

            (Ledger ledger, MoneySeries money, double? poll) = Complete(scenario, policies[index], founding, draws, threads, cancellation);
            outcomes[index] = new Outcome(ledger, silent, money, silentMoney, poll);
        }

        return outcomes;
    }

    /// <summary>Runs one policy and keeps the diaries of some people. Watching changes nothing: the run is that of <see cref="Run"/> with the same seed and replicate.</summary>
    /// <param name="scenario">The world.</param>
    /// <param name="policy">What the sender does.</param>
    /// <param name="people">Indices of the people to watch, from 0; those from the size of the audience on arrive later, or never. A person watched for a year takes about 15 kB.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="replicate">Number of the replicate, from 0.</param>
    /// <param name="threads">Threads at most within the run, from 1; only audiences of more than 1,048,576 people are worth several. No result depends on it.</param>
    /// <param name="cancellation">Stops between two days, or between parts of a big audience.</param>
    /// <returns>One diary a person who came, in the order given.</returns>
    /// <exception cref="ArgumentException">The scenario, the policy or one of its messages has problems, or an index is negative; the message names all of them.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static IReadOnlyList<Diary> Watch(
        Scenario scenario, IPolicy policy, IEnumerable<int> people, ulong seed = 1, int replicate = 0, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Refuse(scenario, [policy]);
        int[] persons = [.. people];
        if (persons.Any(person => person < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(people), persons.Min(), "people have indices from 0 on.");
        }

        var diaries = new DiaryBook(persons, [.. scenario.Audience.Parts().Select(segment => segment.Name)]);
        new Run(scenario, policy, new Founding(scenario.Audience), new Draws(seed, replicate), threads) { Diaries = diaries }.Complete(cancellation);
        return diaries.Diaries();
    }

    private static (Ledger Ledger, MoneySeries Money, double? Poll) Complete(
        Scenario scenario, IPolicy policy, Founding founding, in Draws draws, int threads, CancellationToken cancellation)
    {
        var run = new Run(scenario, policy, founding, draws, threads);
        Ledger ledger = run.Complete(cancellation);
        return (ledger, Valuation.Of(ledger, scenario, policy.Delivery), run.PollNegativeShare);
    }

    /// <summary>Refuses what cannot be run.</summary>
    /// <exception cref="ArgumentException">The scenario or a policy has problems; the message names all of them.</exception>
    internal static void Refuse(Scenario scenario, IReadOnlyList<IPolicy> policies)
    {
        List<Problem> problems = [.. scenario.Problems("scenario")];
        if (scenario.Ensemble is not null)
        {
            problems.Add(new Problem("scenario.ensemble", "a scenario with an ensemble stands for many; run one of its members."));
        }

        foreach (IPolicy policy in policies)
        {
            if (policy is ParameterSet parameters)
            {
                problems.AddRange(parameters.Problems($"policies.{policy.Name}"));
            }
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems));
        }
    }
}
