namespace Experiments.Optimisation;

/// <summary>A generation of a search, after the selection.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Evaluated">Candidates that it brought up.</param>
/// <param name="Feasible">Candidates so far that keep to all constraints.</param>
/// <param name="OnFront">Candidates so far that no other dominates.</param>
/// <param name="Hypervolume">Hypervolume of all candidates so far, in units of the objectives.</param>
/// <param name="Members">Numbers of the candidates that live on, the best first.</param>
internal sealed record Generation(int Number, int Evaluated, int Feasible, int OnFront, double Hypervolume, IReadOnlyList<int> Members);
