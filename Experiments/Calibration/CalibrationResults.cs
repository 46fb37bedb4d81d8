using Experiments.Analysis;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Calibration;

/// <summary>A finished calibration.</summary>
/// <param name="Facts">The experiment.</param>
/// <param name="Settings">What was calibrated.</param>
/// <param name="Readings">The readings of the case, in the order of the file.</param>
internal sealed record CalibrationResults(ExperimentFacts Facts, CalibrationSettings Settings, IReadOnlyList<ReadingResults> Readings)
{
    /// <summary>Whether the reports of the case disagree.</summary>
    internal bool HasReadings => Readings.Count > 1;

    /// <summary>Readings that the model brings together, on which titles rest; all of them where there is none.</summary>
    internal IReadOnlyList<ReadingResults> Believed => Readings.Any(reading => reading.Fits) ? [.. Readings.Where(reading => reading.Fits)] : Readings;

    /// <summary>Parameters by name, those informed in any reading first, by their largest contraction.</summary>
    internal IReadOnlyList<string> ByContraction =>
        [.. Readings.SelectMany(reading => reading.Parameters).GroupBy(parameter => parameter.Prior.Name)
            .OrderByDescending(group => group.Any(parameter => parameter.IsInformed)).ThenByDescending(group => group.Max(parameter => parameter.Contraction.Mean)).Select(group => group.Key)];

    /// <summary>Reads the store.</summary>
    internal static CalibrationResults Read(SqliteConnection connection, ExperimentFacts facts, CalibrationSettings settings) =>
        new(facts, settings, [.. settings.ReadingNames.Select((reading, index) => Read(connection, facts, settings, reading, index))]);

    private static ReadingResults Read(SqliteConnection connection, ExperimentFacts facts, CalibrationSettings settings, string reading, int index)
    {
        IReadOnlyList<Evidence> evidence = settings.EvidenceOf(reading);
        IReadOnlyList<Prior> priors = Prior.All(facts.Sweep!.Factors, evidence);
        List<Generation> generations = CalibrationTables.Read(connection, reading, priors, evidence);
        IReadOnlyList<Particle> members = CalibrationTables.ReadEnsemble(connection, reading, priors, evidence);
        int[] families = [.. members.Select(member => member.Family)];
        return new ReadingResults(
            reading,
            (string)connection.Scalar("SELECT ending FROM readings WHERE reading = $0", reading)!,
            (long)connection.Scalar("SELECT simulations FROM readings WHERE reading = $0", reading)!,
            generations,
            members,
            Judged([.. priors.Select((prior, place) => Posterior(prior, place, members, settings.IsIdleUnderNull(prior), (ulong)((facts.Seed * 1000) + (index * 100) + place)))]),
            [.. evidence.Select((fact, place) => new FactPrediction(
                fact, Simulated(generations[0].Particles, place), Simulated(members, place), FamilyEstimate.Share([.. members.Select(member => Agrees(member, evidence, place))], families))
            {
                Reach = ReachOf([.. generations.SelectMany(generation => generation.Particles), .. members], place),
            })],
            FamilyEstimate.Share([.. members.Select(member => AgreesWithAll(member, evidence))], families),
            WilsonInterval.Of(generations[0].Particles.Count(particle => AgreesWithAll(particle, evidence)), generations[0].Particles.Count)!.Value,
            settings.Rival is null ? null : FamilyEstimate.Share([.. members.Select(member => member.IsNull)], families));
    }

    private static ParameterPosterior Posterior(Prior prior, int place, IReadOnlyList<Particle> members, bool isIdleUnderNull, ulong seed)
    {
        Particle[] chosen = [.. members.Where(member => !isIdleUnderNull || !member.IsNull)];
        double[] positions = [.. chosen.Select(member => Prior.Position(member.Scores[place]))];
        int[] families = [.. chosen.Select(member => member.Family)];
        return positions.Length < 2
            ? new ParameterPosterior(prior, positions, new Interval(0, null, null, positions.Length), new Interval(0.5, null, null, positions.Length))
            : new ParameterPosterior(prior, positions, Contraction.Of(positions, families, seed), FamilyEstimate.Mean(positions, families));
    }

    private static IReadOnlyList<ParameterPosterior> Judged(ParameterPosterior[] parameters)
    {
        bool[] informed = Holm.Rejected([.. parameters.Select(parameter => parameter.Surprise)]);
        return [.. parameters.Select((parameter, index) => parameter with { IsInformed = informed[index] })];
    }

    private static (double Smallest, double Largest) ReachOf(IReadOnlyList<Particle> particles, int place) =>
        Simulated(particles, place) is { Length: > 0 } values ? (values[0], values[^1]) : (double.NegativeInfinity, double.PositiveInfinity);

    private static double[] Simulated(IReadOnlyList<Particle> particles, int place) => [.. particles.Where(particle => particle.IsJudged).Select(particle => particle.Statistics[place]).Order()];

    private static bool Agrees(Particle particle, IReadOnlyList<Evidence> evidence, int place) => particle.IsJudged && FactPrediction.Agrees(evidence[place].Target, particle.Discrepancies[place]);

    private static bool AgreesWithAll(Particle particle, IReadOnlyList<Evidence> evidence) => Enumerable.Range(0, evidence.Count).All(place => Agrees(particle, evidence, place));
}
