using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Scripting.Hosts;

/// <summary>Looks at a run from outside, a hundred times a second, and says when it has used up what it may.</summary>
internal sealed class HostWatch(int process, ScriptSettings limits, TimeProvider time)
{
    /// <summary>Not a limit: there is no process any more.</summary>
    public const string Gone = "";

    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(10);
    private readonly long began = time.GetTimestamp();
    private readonly TimeSpan workedBefore = HostFigures.Of(process)?.Work ?? TimeSpan.Zero;

    public long PeakBytes { get; private set; }

    public TimeSpan Took => time.GetElapsedTime(began);

    /// <summary>Returns the limit that was passed, that the process is gone, or null when the run ended first.</summary>
    public async Task<string?> Until(CancellationToken ended)
    {
        using var looks = new PeriodicTimer(LooksEvery, time);
        try
        {
            while (await looks.WaitForNextTickAsync(ended))
                if (Look() is { } passed) return passed;
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        return null;
    }

    /// <summary>One look more, for what a short run left behind.</summary>
    public HostFigures? Now()
    {
        var figures = HostFigures.Of(process);
        PeakBytes = Math.Max(PeakBytes, figures?.ResidentBytes ?? 0);
        return figures;
    }

    private string? Look()
    {
        if (Took.TotalSeconds > limits.WallSeconds) return $"It took longer than {limits.WallSeconds} s";
        if (Now() is not { } figures) return Gone;
        if (figures.ResidentBytes > limits.MemoryMegabytes * 1024L * 1024) return $"It used more than {limits.MemoryMegabytes} MB of memory";
        if ((figures.Work - workedBefore).TotalSeconds > limits.CpuSeconds) return $"It worked longer than {limits.CpuSeconds} s";
        return null;
    }
}
