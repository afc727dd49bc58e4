namespace Plenum.Bench;

/// <summary>How much is asked of the servers. Everything is bounded in count and in time.</summary>
internal sealed record Load(bool Short)
{
    public const int JoinsAtOnce = 32;
    public const int ChangesInFlight = 8;
    public const int CommandsInFlight = 64;
    public const double PacedEventsPerSecond = 20_000;

    /// <summary>One stretch of load that is not counted.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public int Rounds => Short ? 1 : 3;

    public IReadOnlyList<Venue> Venues => Short ? [new(1, 100), new(1, 1_000)] : [new(1, 100), new(1, 1_000), new(5, 1_000)];

    public int WarmUpsAtMost => Short ? 3 : 10;

    public TimeSpan Closed => TimeSpan.FromSeconds(Short ? 2 : 4);

    public TimeSpan Paced => TimeSpan.FromSeconds(Short ? 3 : 10);

    /// <summary>Shorter than the patience of a server with those who never read, which is ten seconds.</summary>
    public TimeSpan Stalled => TimeSpan.FromSeconds(Short ? 3 : 7);

    public int JoinsIntoOne => Short ? 200 : 500;

    public (int Conferences, int Each) JoinsIntoMany => Short ? (20, 10) : (100, 10);

    public (int Conferences, int Each) Commanding => Short ? (50, 10) : (500, 10);

    public (int Conferences, int Each) Remembering => Short ? (5, 100) : (20, 100);

    public (int Conferences, int Each) Restarting => Short ? (10, 10) : (50, 10);

    public int StalledAudience => Short ? 200 : 1_000;
}
