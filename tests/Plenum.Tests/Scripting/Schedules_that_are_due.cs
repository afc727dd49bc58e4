using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;
using Plenum.Server.Scripting.Schedules;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

public sealed class Schedules_that_are_due : IAsyncLifetime
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-schedules-");
    private readonly ManualClock _clock = new();
    private Database _database = null!;
    private ListenerShelf _listeners = null!;
    private RunQueue _queue = null!;

    public async ValueTask InitializeAsync()
    {
        _clock.Set(Begin - _clock.GetUtcNow());
        _database = Database.Choose(null, _folder.FullName);
        await _database.Migrate(CancellationToken.None);
        _listeners = new ListenerShelf(_database, new ServerKey(new byte[32]), _clock);
        _queue = new RunQueue(_database, _clock);
        await Put("0 9 * * *");
    }

    [Fact]
    public async Task Are_queued_once_at_their_time()
    {
        Assert.Empty(await Due());
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(await Due());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([0], await Due());
        Assert.Equal([0], await Due());
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([0, 0], await Due());
    }

    [Fact]
    public async Task Make_up_for_times_without_a_server_by_one_run()
    {
        _clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(2));
        Assert.Equal([3], await Due());
        Assert.Equal([3], await Due());
    }

    [Fact]
    public async Task Count_anew_from_a_change_and_not_while_they_are_off()
    {
        await Put("0 9 * * *", enabled: false);
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await Due());
        await Put("30 8 * * *");
        Assert.Empty(await Due());
        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal([0], await Due());
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Looks, as after a start, and says of all that waits how many times each makes up for.</summary>
    private async Task<IReadOnlyList<int>> Due()
    {
        using (var schedules = new ScheduleClock(_database, _listeners, _queue, _clock, NullLogger<ScheduleClock>.Instance)) await schedules.Look(CancellationToken.None);
        return [.. (await _queue.Due(100, CancellationToken.None)).Select(run => (int)((JsonObject)Occasion.Of(run.Body).Event!)["missed"]!)];
    }

    private Task Put(string cron, bool enabled = true) => _listeners.Put(
        new Listener("nightly", "Nightly", ListenerType.Schedule, null, null, null, "1", enabled, Background: true) { Cron = cron }, default, "admin", (_, _) => Task.CompletedTask, CancellationToken.None);
}
