using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plenum.Server.Lobby.Invitations;
using Plenum.Server.Lobby.Tongues;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

[Collection(nameof(A_running_server))]
public sealed class Inviting_somebody(A_running_server house)
{
    private const string Demo = "/webapp2/invitation/meet.demo";

    [Fact]
    public async Task Names_the_meeting_and_leads_into_it()
    {
        var page = await house.Http.GetStringAsync(Demo);
        Assert.Contains("<h1>Demo conference</h1>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/webapp2/conference/meet.demo\"", page, StringComparison.Ordinal);
        Assert.Contains($"{house.Server.Address}webapp2/conference/meet.demo", page, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:?subject=Demo%20conference&amp;body=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Demo)]
    [InlineData(Demo + "/meeting.ics")]
    [InlineData("/webapp2/invitation/meet.both.0")]
    public async Task Never_tells_a_PIN(string address)
    {
        var text = await house.Http.GetStringAsync(address);
        foreach (var pin in (string[])["1234", Furniture.HostPin, Furniture.GuestPin])
            Assert.DoesNotMatch($@"(?<![\w.:]){pin}(?!\w)", text);
    }

    [Fact]
    public async Task Tells_no_name_of_a_meeting_that_everybody_needs_a_PIN_for()
    {
        var page = await house.Http.GetStringAsync("/webapp2/invitation/meet.both.0");
        Assert.DoesNotContain("both 0", page, StringComparison.Ordinal);
        Assert.Contains("You will be asked for a PIN", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no.such.meeting")]
    [InlineData("no.such.meeting/qr.svg")]
    [InlineData("no.such.meeting/meeting.ics")]
    [InlineData("%3Cimg%3E")]
    public async Task To_what_does_not_exist_looks_like_any_address_that_leads_nowhere(string alias)
    {
        Assert.Equal(await Lost("/webapp2/nothing/at/all"), await Lost($"/webapp2/invitation/{alias}"));
    }

    [Fact]
    public async Task Is_a_code_that_a_camera_can_find()
    {
        var drawing = XDocument.Parse(await house.Http.GetStringAsync(Demo + "/qr.svg"));
        var size = int.Parse(drawing.Root!.Attribute("viewBox")!.Value.Split(' ')[2]);
        var dark = Regex.Matches(drawing.Root.Elements().Last().Attribute("d")!.Value, @"M(\d+) (\d+)h1v1h-1z")
            .Select(cell => (X: int.Parse(cell.Groups[1].Value) - 4, Y: int.Parse(cell.Groups[2].Value) - 4)).ToHashSet();
        var width = size - 8;
        Assert.Equal(0, (width - 17) % 4);
        // Three squares with their white rings, nothing in the quiet margin, and the module that is always dark and tells up from sideways.
        foreach (var (x, y) in ((int, int)[])[(0, 0), (width - 7, 0), (0, width - 7)])
            Assert.All(Square(), at => Assert.Equal(Ring(at), dark.Contains((x + at.X, y + at.Y))));
        Assert.All(dark, cell => Assert.True(cell.X >= 0 && cell.Y >= 0 && cell.X < width && cell.Y < width));
        Assert.Contains((8, width - 8), dark);
    }

    [Fact]
    public async Task Puts_it_into_a_calendar_at_the_time_that_was_typed()
    {
        using var answer = await house.Http.GetAsync(Demo + "/meeting.ics?start=2026-11-22T09:30&minutes=45");
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("DTSTART:20261122T093000", lines);
        Assert.Contains("DTEND:20261122T101500", lines);
        Assert.Contains("SUMMARY:Demo conference", lines);
        Assert.Contains($"URL:{house.Server.Address}webapp2/conference/meet.demo", lines);
    }

    [Theory]
    [InlineData("start=yesterday")]
    [InlineData("start=2026-13-01T00:00")]
    [InlineData("start=9999-12-31T23:59")]
    [InlineData("minutes=0")]
    [InlineData("minutes=-60")]
    [InlineData("minutes=99999999999")]
    [InlineData("start=2026-11-22T09:30%0d%0aATTENDEE:x")]
    public async Task At_no_time_is_refused(string query)
    {
        using var answer = await house.Http.GetAsync($"{Demo}/meeting.ics?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public void Escapes_what_a_calendar_would_misread_and_folds_long_lines_between_characters()
    {
        var name = "Plan; A, B\\C\nATTENDEE:mailto:x " + string.Concat(Enumerable.Repeat("😀é", 40));
        var text = CalendarFile.Write(new Invitation(name, "a", "https://x.example", false), Tongue.English, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), TimeSpan.FromHours(1), DateTimeOffset.UnixEpoch);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("SUMMARY:Plan\\; A\\, B\\\\C\\nATTENDEE:mailto:x " + string.Concat(Enumerable.Repeat("😀é", 40)), lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    private static IEnumerable<(int X, int Y)> Square() => from x in Enumerable.Range(0, 7) from y in Enumerable.Range(0, 7) select (x, y);

    private static bool Ring((int X, int Y) at) => Math.Max(Math.Abs(at.X - 3), Math.Abs(at.Y - 3)) != 2;

    private async Task<(HttpStatusCode, string)> Lost(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };
        using var answer = await house.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
