using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

public sealed class When_the_server_stops
{
    [Fact]
    public async Task Streams_end_without_a_disconnect_and_the_token_is_good_after_the_restart()
    {
        await using var server = await PlenumProcess.Start();
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        var somebody = await Visitor.Join(http, Furniture.Open.Alias(0), "Sam");
        await using var stream = await somebody.Listen();
        await stream.Until("conference_update");

        var rest = stream.Rest();
        Assert.Equal(0, await server.Stop());
        Assert.DoesNotContain(await rest, said => said.Name is "disconnect" or "superseded");

        await server.Restart();
        await using var again = await somebody.Listen();
        await again.Until("participant_create", p => p.GetProperty("uuid").GetString() == somebody.Id);
    }
}
