using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Plenum.Tests.Running;

namespace Plenum.Tests.Faults;

/// <summary>Administrators upload, activate and roll back brandings while the server is killed again and again at random moments.</summary>
public sealed class A_server_killed_while_brandings_change(ITestOutputHelper output)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    [Fact]
    public Task Keeps_what_was_acknowledged_and_shows_a_whole_branding() => Killed(3);

    [Fact]
    [Trait("Form", "long")]
    public Task Keeps_what_was_acknowledged_however_often_it_is_killed() => Killed(20);

    private async Task Killed(int times)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PLENUM_TEST_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"PLENUM_TEST_SEED={seed}");
        var dice = new Random(seed);
        await using var server = await PlenumProcess.Start("--no-demo");
        using var desk = new BrandingDesk(server, seed);
        await desk.Upload();
        for (var kill = 0; kill < times; kill++)
        {
            using var over = new CancellationTokenSource();
            Task[] working = [Task.Run(() => desk.KeepActivating(over.Token)), Task.Run(() => desk.KeepUploading(over.Token))];
            // A moment is measured in acknowledged work and then some, so that any step of it can be the one that is cut.
            var until = desk.Done + dice.Next(3, 12);
            await Until(() => Task.FromResult(desk.Done >= until));
            await Task.Delay(dice.Next(40));
            server.Kill();
            await over.CancelAsync();
            await Task.WhenAll(working);
            await server.Restart();
            desk.Reconnect();
            await desk.AssertKept();
            await desk.AssertWhole();
            Assert.Empty(Directory.Exists(Path.Combine(server.DataFolder, "uploads")) ? Directory.GetFiles(Path.Combine(server.DataFolder, "uploads")) : []);
            await Until(async () => await Orphans(server) == 0);
        }

        output.WriteLine($"{desk.Done} steps acknowledged, {desk.Cut} cut off");
        Assert.InRange(desk.Cut, 1, 2 * times);
    }

    /// <summary>Pieces that belong to no branding.</summary>
    private static async Task<long> Orphans(PlenumProcess server)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "plenum.db")};Mode=ReadOnly;Pooling=False");
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM branding_pieces WHERE upload NOT IN (SELECT upload FROM brandings)");
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var waited = Stopwatch.StartNew(); !await condition(); await Task.Delay(2)) Assert.True(waited.Elapsed < Settling, $"It did not come about within {Settling.TotalSeconds} s");
    }
}
