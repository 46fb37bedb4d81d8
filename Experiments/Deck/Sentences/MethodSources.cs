namespace Experiments.Deck.Sentences;

/// <summary>Sources of the methods, with the identifiers by which they are found.</summary>
internal static class MethodSources
{
    /// <summary>What for, and the source.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> All { get; } =
    [
        ["Description of the model (ODD protocol)", "Grimm et al. 2020, Journal of Artificial Societies and Social Simulation 23(2):7, doi:10.18564/jasss.4259"],
        ["Random numbers addressed by person and day", "Salmon, Moraes, Dror and Shaw 2011, SC ’11, doi:10.1145/2063384.2063405"],
        ["Drawing the answers of an opt-in poll", "Efraimidis and Spirakis 2006, Information Processing Letters, doi:10.1016/j.ipl.2005.11.003"],
        ["No bonus for answering beyond what was lost", "de Matos, Henrique and Rossi 2007, Journal of Service Research 10:60, doi:10.1177/1094670507303012"],
        ["Quantiles of runs", "Hyndman and Fan 1996, The American Statistician, doi:10.1080/00031305.1996.10473566"],
    ];
}
