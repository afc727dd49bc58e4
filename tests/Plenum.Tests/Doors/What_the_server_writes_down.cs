using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Nothing secret and nothing personal in the journal, whatever was asked and however it went.</summary>
public sealed class What_the_server_writes_down
{
    private const string Name = "Zephyrine-Secret-Name";
    private const string Words = "the-words-of-a-secret-message";
    private const string WrongPin = "9182736455";

    [Fact]
    public async Task Holds_no_token_no_PIN_no_word_and_no_name()
    {
        await using var server = await PlenumProcess.Start();
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        var alias = Furniture.Hosted.Alias(0);
        var host = await Visitor.Join(http, alias, Name, Furniture.HostPin);
        var guest = await Visitor.Join(http, alias, Name, "none");
        var tokens = new List<string?> { host.Token, guest.Token };
        await Visitor.Knock(http, alias, new { display_name = Name }, WrongPin);
        await Visitor.Knock(http, alias, new { display_name = Name, token = "a-forged-" + WrongPin });

        await using var stream = await guest.Listen();
        await stream.Until("conference_update");
        (await host.Say(Words)).Accepted();
        (await host.Post(guest, "message", new { type = "application/json", payload = Words })).Accepted();
        (await host.Post(guest, "overlaytext", new { text = Words })).Accepted();
        (await host.Post(guest, "transfer", new { conference_alias = Furniture.Hosted.Alias(1), role = "host", pin = Furniture.HostPin })).Accepted();
        tokens.Add((await stream.Until("refer")).GetProperty("token").GetString());
        await guest.Post(guest, "calls", new { call_type = "WEBRTC", sdp = Words });
        await guest.Post($"lock?token={host.Token}&pin={WrongPin}");
        await guest.Get($"nothing/{Guid.NewGuid()}?q={Words}");
        await host.Post("message", new byte[2_000_000]);
        await host.Post("message", "{\"payload\":\"the-words-of-a-secret-message"u8.ToArray());
        await host.Refresh();
        tokens.Add(host.Token);
        (await host.Post(guest, "disconnect")).Accepted();
        await guest.Post("refresh_token");
        await guest.With(null).Post($"release_token?token={guest.Token}");
        (await host.Post("release_token")).Accepted();
        Assert.Equal(0, await server.Stop());

        Assert.Contains(host.Id, server.Output, StringComparison.Ordinal);
        Assert.All(tokens.Append(Name).Append(Words).Append(WrongPin), secret => Assert.DoesNotContain(secret!, server.Output, StringComparison.Ordinal));
        // Four digits may stand in an id or a port by chance.
        Assert.DoesNotMatch($"(?<![0-9a-f:-]){Furniture.HostPin}(?![0-9a-f-])", server.Output);
    }
}
