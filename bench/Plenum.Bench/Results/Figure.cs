namespace Plenum.Bench.Results;

/// <summary>One line of a result. Plenum's side is absent when only the bare peer ran.</summary>
internal sealed record Figure(string Name, string Unit, double? Plenum, double? Bare, Aim? Aim = null)
{
    public double? Ratio => Plenum / Bare is { } ratio && double.IsFinite(ratio) ? ratio : null;

    public bool? Met => Aim?.Met(Plenum, Ratio);
}
