using System.Diagnostics;
using System.Net;
using Npgsql;
using Plenum.Tests.Log;
using Plenum.Tests.Running;

namespace Plenum.Tests.Faults;

/// <summary>The server goes on while its PostgreSQL is cut off: streams hold, commands are refused at once, and later all is well.</summary>
public sealed class A_database_that_goes_away(PostgresDatabaseForTests database) : IClassFixture<PostgresDatabaseForTests>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Commands_are_refused_within_a_second_streams_hold_and_afterwards_everything_goes_on(bool silently)
    {
        var address = new NpgsqlConnectionStringBuilder(await database.Address());
        await using var cable = new Cable(address.Port);
        address.Port = cable.Port;
        await using var server = await PlenumProcess.Start("--database", address.ConnectionString);
        using var http = new HttpClient { BaseAddress = server.Address };
        var ann = await Visitor.Join(http, "meet.open", "Ann");
        await using var stream = await ann.Listen();
        await stream.Until("layout");

        if (silently) cable.HoldStill();
        else cable.Cut();
        var asked = Stopwatch.GetTimestamp();
        Assert.Equal("Out of resource", (await ann.Post("lock")).Refused(HttpStatusCode.ServiceUnavailable));
        // A second is the promise; the margin is for a machine that has other things to do.
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        (await ann.Get("participants")).Accepted();

        cable.Mend();
        await UntilAccepted(ann);
        Assert.True((await stream.Until("conference_update", update => update.GetProperty("locked").GetBoolean())).GetProperty("started").GetBoolean());
        (await ann.Refresh()).Accepted();
        (await ann.Post("unlock")).Accepted();
        (await ann.Post("disconnect")).Accepted();
    }

    private static async Task UntilAccepted(Visitor asker)
    {
        var waited = Stopwatch.StartNew();
        while ((await asker.Post("lock")).Status is not HttpStatusCode.OK)
        {
            Assert.True(waited.Elapsed < Visitor.Patience, "The server did not come back after its database did");
            await Task.Delay(50);
        }
    }
}
