namespace Experiments.Charts.Figures;

/// <summary>A figure in the schema of plotly.js (https://plotly.com/javascript/reference/): opens in Plotly.NET, Python and R unchanged.</summary>
/// <param name="Data">Traces, drawn in this order.</param>
/// <param name="Layout">Axes, annotations, margins.</param>
internal sealed record Figure(IReadOnlyList<Trace> Data, Layout Layout);
