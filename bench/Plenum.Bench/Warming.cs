namespace Plenum.Bench;

/// <summary>Load that nobody counts, until the server's own code costs no less from one second to the next: until it is compiled as well as it will be.</summary>
internal static class Warming
{
    private const double Steady = 0.97;

    public static async Task RunAsync(Crowd crowd, Load load, CancellationToken stop)
    {
        var best = double.PositiveInfinity;
        for (var (turn, idle) = (0, 0); turn < load.WarmUpsAtMost && idle < 2; turn++)
        {
            var flow = await ClosedLoop.RunAsync(crowd, turn % 2 is 0 ? Load.ChangesInFlight : 1, Load.WarmUp, stop);
            if (turn % 2 > 0)
                continue;
            idle = flow.MicrosecondsPerEvent > best * Steady ? idle + 1 : 0;
            best = Math.Min(best, flow.MicrosecondsPerEvent);
        }
    }
}
