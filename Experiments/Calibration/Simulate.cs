namespace Experiments.Calibration;

/// <summary>A simulator as a calibration sees it: one row of summary statistics a trial, in their order; null for a simulation that failed.</summary>
/// <param name="trials">The trials.</param>
/// <param name="stop">Stops between two simulations.</param>
/// <exception cref="OperationCanceledException">It was stopped.</exception>
internal delegate IReadOnlyList<double[]?> Simulate(IReadOnlyList<Trial> trials, CancellationToken stop);
