using System.Threading.Channels;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting;

/// <summary>Has everything forgotten that is older than it is kept: once an hour, and when somebody has just changed how long that is.</summary>
internal sealed partial class Forgetting(IEnumerable<IForgets> keepers, RetentionChoices choices, TimeProvider time, ILogger<Forgetting> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Does not wait for the hour.</summary>
    public void Soon() => calls.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            var (tick, call) = (timer.WaitForNextTickAsync(stoppingToken).AsTask(), calls.Reader.ReadAsync(stoppingToken).AsTask());
            while (true)
            {
                var came = await Task.WhenAny(tick, call);
                await came;
                await Attempt(stoppingToken);
                if (came == tick) tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
                else call = calls.Reader.ReadAsync(stoppingToken).AsTask();
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    /// <summary>What cannot be done now is done an hour later.</summary>
    private async Task Attempt(CancellationToken cancellation)
    {
        foreach (var keeper in keepers)
        {
            try
            {
                foreach (var (what, number) in await keeper.Forget(await choices.Now(cancellation), time.GetUtcNow(), cancellation))
                    if (number > 0) Forgot(logger, number, what);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Kept(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Forgot {Number} {What} older than is kept")]
    private static partial void Forgot(ILogger logger, long number, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something was not forgotten; it is tried again in an hour")]
    private static partial void Kept(ILogger logger, Exception e);
}
