using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>The same experiment under another assumption: one more point, with only some policies if so wished.</summary>
internal sealed record WhatIf : ParameterSet
{
    /// <summary>Name in results, for example "no trust is lost".</summary>
    [Parameter("name in results")]
    public string Name { get; init; } = "";

    /// <summary>Dotted paths and the values they take; once a file is read, all that differs from the experiment as written.</summary>
    [Parameter("dotted paths and the values they take, for example scenario.trust.loss: 0")]
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of the policies to run; none means all.</summary>
    [Parameter("names of the policies to run; none = all")]
    public IReadOnlyList<string> Policies { get; init; } = [];
}
