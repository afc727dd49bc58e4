using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad inputs 43 and 76: names and messages are text, live and in a replay, and never part of the framing.</summary>
[Collection(nameof(A_running_server))]
public sealed class Words_that_try_to_break_out(A_running_server house)
{
    public static TheoryData<string> Texts =>
    [
        "a\r\nb",
        "a\n\nevent: disconnect\ndata: {\"reason\":\"Disconnected by another participant\"}\n\n",
        "\r",
        "data: x",
        "\u2028\u2029\u0085",
        "\"><img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "\u202eevil\u2066",
        "a\u200bb\ufeff",
        "\ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69",
        "\u0001\u001b[31m\u007f",
        "{\"__proto__\":1}",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_message_arrives_as_it_was_said_live_and_in_a_replay(string text)
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen("from-the-start");
        var bookmark = await stream.UntilBookmark();
        (await meeting.Host.Say(text)).Accepted();
        Assert.Equal(text, Payload(await stream.Until("message_received")));

        await using var replay = await meeting.Guest.Listen(bookmark);
        Assert.Equal(text, Payload(await replay.Until("message_received")));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_name_stays_one_line_of_text(string name)
    {
        var alias = house.Take(Furniture.Hosted);
        var host = await house.Host(alias);
        await using var stream = await host.Listen();
        await stream.Until("conference_update");
        var somebody = await house.Host(alias, name);
        var shown = (await stream.Until("participant_create", p => p.GetProperty("uuid").GetString() == somebody.Id)).GetProperty("display_name").GetString()!;
        Assert.DoesNotContain(shown, c => char.IsControl(c) || c is '\u202e' or '\u2066' or '\u2028' or '\u2029');
        Assert.Equal(shown, somebody.Welcome.GetProperty("display_name").GetString());
    }

    [Fact]
    public async Task Ten_kilobytes_of_a_name_are_cut_at_the_limit_and_never_inside_a_character()
    {
        var somebody = await house.Host(house.Take(Furniture.Hosted), "x" + string.Concat(Enumerable.Repeat("\ud83d\ude00", 5000)));
        var shown = somebody.Welcome.GetProperty("display_name").GetString()!;
        Assert.InRange(shown.Length, 99, 100);
        Assert.False(char.IsHighSurrogate(shown[^1]));
        (await somebody.Post(somebody, "overlaytext", new { text = new string('y', 10_000) })).Accepted();
        Assert.Equal(250, (await somebody.Get("participants")).Accepted()[0].GetProperty("overlay_text").GetString()!.Length);
    }

    [Fact]
    public async Task What_is_cut_elsewhere_is_never_cut_inside_a_character_either()
    {
        var host = await house.Host(house.Take(Furniture.Hosted));
        (await host.Post("set_message_text", new { text = "x" + string.Concat(Enumerable.Repeat("\ud83d\ude00", 500)) })).Accepted();
        var text = (await host.Get("get_message_text")).Accepted().GetProperty("text").GetString()!;
        Assert.Equal(249, text.Length);
    }

    private static string? Payload(JsonElement message) => message.GetProperty("payload").GetString();
}
