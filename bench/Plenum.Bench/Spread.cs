namespace Plenum.Bench;

/// <summary>How times are spread: the usual one, and the one that one in a hundred is slower than.</summary>
internal readonly record struct Spread(TimeSpan Median, TimeSpan P99, int Count)
{
    public static Spread Of(TimeSpan[] times)
    {
        Array.Sort(times);
        return times.Length is 0 ? default : new(times[times.Length / 2], times[Math.Min(times.Length - 1, times.Length * 99 / 100)], times.Length);
    }
}
