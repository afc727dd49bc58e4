namespace Plenum.Bench.Results;

/// <summary>What is aimed at: a bound on the figure itself, or on its ratio to the bare peer's.</summary>
internal sealed record Aim(double Bound, bool AtLeast, bool OfRatio)
{
    public static Aim RatioAtLeast(double bound) => new(bound, true, true);

    public static Aim RatioAtMost(double bound) => new(bound, false, true);

    public static Aim AtLeastValue(double bound) => new(bound, true, false);

    public static Aim AtMostValue(double bound) => new(bound, false, false);

    public string Text => $"{(OfRatio ? "ratio " : "")}{(AtLeast ? "≥" : "≤")} {Bound:0.###}";

    public bool? Met(double? value, double? ratio) => (OfRatio ? ratio : value) is { } figure
        ? AtLeast ? figure >= Bound : figure <= Bound
        : null;
}
