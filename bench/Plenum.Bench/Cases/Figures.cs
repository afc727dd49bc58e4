namespace Plenum.Bench.Cases;

/// <summary>What one round of one peer gave, by name.</summary>
internal sealed class Figures : Dictionary<string, double>;
