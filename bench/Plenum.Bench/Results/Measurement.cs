namespace Plenum.Bench.Results;

/// <summary>The figures of one case with the circumstances they were taken in; without these they would mean nothing.</summary>
internal sealed record Measurement(string Case, DateTimeOffset At, Machine Machine, Disturbance Disturbance, IReadOnlyList<Figure> Figures);
