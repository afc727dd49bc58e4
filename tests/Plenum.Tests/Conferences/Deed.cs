using FsCheck;
using FsCheck.Fluent;

namespace Plenum.Tests.Conferences;

/// <summary>Something that somebody tries, as four numbers: what they mean is read off the conference as it is by then.</summary>
internal readonly record struct Deed(int Who, int What, int Whom, int How)
{
    private static readonly Gen<Deed> One =
        from who in Gen.Choose(0, 999)
        from what in Gen.Choose(0, 9999)
        from whom in Gen.Choose(0, 999)
        from how in Gen.Choose(0, 999)
        select new Deed(who, what, whom, how);

    /// <summary>Anything that may happen in a conference, in any order.</summary>
    public static readonly Arbitrary<Deed[]> Anything = Arb.From(
        from length in Gen.Choose(1, 120)
        from deeds in One.ArrayOf(length)
        select deeds,
        Shorter);

    public T Of<T>(IReadOnlyList<T> choices) => choices[How % choices.Count];

    public bool Yes => How % 2 == 0;

    public override string ToString() => $"new({Who}, {What}, {Whom}, {How})";

    /// <summary>Half of it at a time, then a quarter, then one by one.</summary>
    private static IEnumerable<Deed[]> Shorter(Deed[] deeds)
    {
        for (var piece = deeds.Length / 2; piece > 0; piece /= 2)
        {
            for (var from = 0; from + piece <= deeds.Length; from += piece) yield return [.. deeds[..from], .. deeds[(from + piece)..]];
        }
    }
}
