namespace Plenum.Server.Scripting.Schedules;

/// <summary>One part of a schedule: some of the numbers between two bounds, written as a list of numbers, ranges and steps.</summary>
internal sealed record CronField(ulong Numbers, bool Any)
{
    public bool Has(int number) => (Numbers & (1UL << number)) != 0;

    /// <summary>Null for what is no such part. A question mark is as good as a star.</summary>
    public static CronField? Read(string text, int least, int most, string[]? names = null, int first = 0)
    {
        ulong numbers = 0;
        foreach (var part in text.Split(','))
        {
            if (Part(part, least, most, names, first) is not { } some) return null;
            numbers |= some;
        }

        return new CronField(numbers, text[0] is '*' or '?');
    }

    private static ulong? Part(string text, int least, int most, string[]? names, int first)
    {
        var (range, step) = text.Split('/') switch { [var whole] => (whole, 1), [var whole, var by] when int.TryParse(by, out var n) && n > 0 => (whole, n), _ => ("", 0) };
        if (step == 0 || range.Length == 0) return null;
        var (from, to) = range is "*" or "?" ? (least, most) : range.Split('-') switch
        {
            [var one] => (Number(one, names, first), text.Contains('/', StringComparison.Ordinal) ? most : Number(one, names, first)),
            [var low, var high] => (Number(low, names, first), Number(high, names, first)),
            _ => (null, null),
        };
        if (from is not { } begin || to is not { } end || begin < least || end > most || begin > end) return null;
        ulong numbers = 0;
        for (var number = begin; number <= end; number += step) numbers |= 1UL << number;
        return numbers;
    }

    private static int? Number(string text, string[]? names, int first) =>
        int.TryParse(text, out var number) ? number : names is not null && Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + first : null;
}
