using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad input 68: whatever is sent, the answer has the API's own shape and the server goes on.</summary>
[Collection(nameof(A_running_server))]
public sealed class Bodies_that_cannot_be_read(A_running_server house)
{
    public static TheoryData<string> Names => [.. Bodies.Keys];

    private static Dictionary<string, byte[]> Bodies => new()
    {
        ["100,000 deep"] = Text(new string('[', 100_000)),
        ["100,000 objects deep"] = Text("{\"setting\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_001)),
        ["33 deep"] = Text("{\"setting\":" + new string('[', 33) + new string(']', 33) + "}"),
        ["duplicate keys"] = Text("""{"setting":true,"setting":false}"""),
        ["duplicate keys, one escaped"] = Text("""{"setting":true,"\u0073etting":false}"""),
        ["a number without end"] = Text("""{"setting":1e999999}"""),
        ["half a character"] = Text("""{"setting":"\ud800"}"""),
        ["half a character in a key"] = Text("""{"setting":true,"\udc00":1}"""),
        ["halves the wrong way round"] = Text("""{"setting":true,"x":"\udc00\ud800"}"""),
        ["U+0000"] = Text("""{"setting":true,"x":"a\u0000b"}"""),
        ["bytes that are not UTF-8"] = [.. "{\"setting\":true,\"x\":\""u8, 0xff, 0xfe, .. "\"}"u8],
        ["an overlong slash"] = [.. "{\"setting\":true,\"x\":\""u8, 0xc0, 0xaf, .. "\"}"u8],
        ["a byte order mark"] = [0xef, 0xbb, 0xbf, .. "{\"setting\":true}"u8],
        ["UTF-16"] = Encoding.Unicode.GetBytes("""{"setting":true}"""),
        ["something after the end"] = Text("""{"setting":true} true"""),
        ["an unfinished object"] = Text("""{"setting":true"""),
        ["a comment"] = Text("""{"setting":true/* no */}"""),
        ["a list"] = Text("""[{"setting":true}]"""),
        ["a string"] = Text("\"setting\""),
        ["null"] = Text("null"),
        ["a list for a flag"] = Text("""{"setting":[]}"""),
        ["an object for a flag"] = Text("""{"setting":{"setting":true}}"""),
        ["a word for a flag"] = Text("""{"setting":"perhaps"}"""),
        ["a number for a flag"] = Text("""{"setting":7}"""),
        ["nothing for a flag"] = Text("""{"setting":null}"""),
        ["a prototype for a flag"] = Text("""{"__proto__":{"setting":true}}"""),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_refused_and_change_nothing(string name)
    {
        var host = await house.Join("meet.open", "Hanna");
        var before = (await host.Get("conference_status")).Text;
        var reason = (await host.Post("set_guests_can_unmute", Bodies[name])).Refused(HttpStatusCode.BadRequest);
        Assert.InRange(reason.Length, 5, 200);
        Assert.Equal(before, (await host.Get("conference_status")).Text);
        await host.Post("release_token");
    }

    [Theory]
    [InlineData("request_token", """{"display_name":7}""")]
    [InlineData("request_token", "{}")]
    [InlineData("message", """{"type":[],"payload":"x"}""")]
    [InlineData("message", """{"payload":{"a":1}}""")]
    [InlineData("message", """{"type":"text/plain"}""")]
    [InlineData("transform_layout", """{"transforms":"x"}""")]
    [InlineData("transform_layout", """{"transforms":{"layout":null}}""")]
    [InlineData("transform_layout", """{"transforms":{"layout":"7:77"}}""")]
    [InlineData("set_clock", """{"type":"sundial"}""")]
    [InlineData("set_classification_level", """{"classification_level":"x"}""")]
    [InlineData("video_mixes/create", """{"mix_name":""}""")]
    [InlineData("breakouts", """{"name":"x","participants":{"main":["nobody"]}}""")]
    [InlineData("breakouts", """{"name":"x","participants":7}""")]
    [InlineData("breakouts", """{"name":"x","duration":1e300}""")]
    [InlineData("participants/breakout", """{"participants":[7]}""")]
    [InlineData("dial", """{"destination":""}""")]
    [InlineData("participants/{me}/role", """{"role":"king"}""")]
    [InlineData("participants/{me}/dtmf", """{"digits":"1;drop"}""")]
    [InlineData("participants/{me}/fecc", """{"action":"start","movement":[7]}""")]
    [InlineData("participants/{me}/preferred_aspect_ratio", """{"aspect_ratio":1e999}""")]
    [InlineData("participants/{me}/send_to_audio_mixes", """{"mixes":[7]}""")]
    [InlineData("participants/{me}/transfer", """{"conference_alias":[]}""")]
    public async Task Of_the_wrong_types_are_refused_at_every_door(string door, string body)
    {
        var host = await house.Join("meet.open", "Hanna");
        (await host.Post(door.Replace("{me}", host.Id, StringComparison.Ordinal), Text(body))).Refused(HttpStatusCode.BadRequest);
        await host.Post("release_token");
    }

    [Fact]
    public async Task Of_ten_megabytes_are_too_long()
    {
        var host = await house.Join("meet.open", "Hanna");
        (await host.Post("message", new { payload = new string('x', 10 * 1024 * 1024) })).Refused(HttpStatusCode.RequestEntityTooLarge);
        (await host.Post("release_token")).Accepted();
    }

    /// <summary>Nobody has said beforehand how long it is.</summary>
    [Theory]
    [InlineData("message", "application/json", 1_500_000)]
    [InlineData("presentation", "multipart/form-data; boundary=b", 2_600_000)]
    public async Task In_pieces_without_an_end_are_too_long(string door, string type, int bytes)
    {
        var host = await house.Join(house.Take(Furniture.Open), "Hanna");
        (await host.Post(host, "take_floor")).Accepted();
        const string part = "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n";
        var pieces = $"{part.Length:x}\r\n{part}\r\n" + string.Concat(Enumerable.Repeat($"2710\r\n{new string('x', 10_000)}\r\n", bytes / 10_000));
        var answer = await new RawConnection(house.Server.Address).Ask(
            $"POST {Visitor.Root}/{host.Alias}/{door} HTTP/1.1\r\nHost: x\r\ntoken: {host.Token}\r\nConnection: close\r\n"
            + $"Content-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n{pieces}0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"failed\"", answer, StringComparison.Ordinal);
        (await host.Get("conference_status")).Accepted();
    }

    /// <summary>Bad input 69: another site can send this without asking, but not with a token.</summary>
    [Fact]
    public async Task From_another_site_s_form_change_nothing()
    {
        var host = await house.Join(house.Take(Furniture.Open), "Hanna");
        using var form = new StringContent("""{"setting":true}""");
        form.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        Assert.Equal("Invalid token", (await host.With(null).Post("lock", form)).Refused());
        Assert.False((await host.Get("conference_status")).Accepted().GetProperty("locked").GetBoolean());
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
