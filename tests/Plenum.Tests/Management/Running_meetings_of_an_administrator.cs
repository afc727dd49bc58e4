using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

[Collection(nameof(A_running_server))]
public sealed class Running_meetings_of_an_administrator(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);

    [Fact]
    public async Task Show_who_is_in_and_who_waits()
    {
        var made = await _admin.Conference();
        using var anna = await Caller.Join(running.Server, made.Alias);
        await _admin.Post($"live/conferences/{made.Id}/lock");
        using var late = await Caller.Join(running.Server, made.Alias, "Late");

        var line = Assert.Single((await _admin.Get($"live/conferences?search={made.Alias}"))["items"]!.AsArray())!;
        var whole = await _admin.Get($"live/conferences/{made.Id}");

        Assert.Equal((1, 1, true), ((int)line["participants"]!, (int)line["waiting"]!, (bool)line["locked"]!));
        var waiting = Assert.Single(whole["participants"]!.AsArray(), participant => (bool)participant!["waiting"]!)!;
        Assert.Equal((late.Uuid, "Late"), ((string)waiting["uuid"]!, (string)waiting["displayName"]!));
    }

    [Fact]
    public async Task Let_in_who_waits()
    {
        var made = await _admin.Conference();
        using var anna = await Caller.Join(running.Server, made.Alias);
        await _admin.Post($"live/conferences/{made.Id}/lock");
        using var late = await Caller.Join(running.Server, made.Alias, "Late");

        await _admin.Post($"live/conferences/{made.Id}/participants/{late.Uuid}/admit");

        Assert.Equal(2, (int)Assert.Single((await _admin.Get($"live/conferences?search={made.Alias}"))["items"]!.AsArray())!["participants"]!);
    }

    [Fact]
    public async Task Mute_and_unmute_a_participant_and_all_guests()
    {
        var made = await _admin.Conference(new { hostPin = "1234" });
        using var host = await Caller.Join(running.Server, made.Alias, pin: "1234");
        using var guest = await Caller.Join(running.Server, made.Alias, "Guest", pin: "none");

        await _admin.Post($"live/conferences/{made.Id}/participants/{host.Uuid}/mute");
        await _admin.Post($"live/conferences/{made.Id}/muteguests");
        var muted = await host.Roster();
        await _admin.Post($"live/conferences/{made.Id}/participants/{host.Uuid}/unmute");
        await _admin.Post($"live/conferences/{made.Id}/unmuteguests");
        var heard = await host.Roster();

        Assert.All(muted, participant => Assert.Equal("YES", (string)participant!["is_muted"]!));
        Assert.All(heard, participant => Assert.Equal("NO", (string)participant!["is_muted"]!));
    }

    [Fact]
    public async Task Disconnect_one_participant_with_a_reason()
    {
        var made = await _admin.Conference();
        using var anna = await Caller.Join(running.Server, made.Alias);
        using var bob = await Caller.Join(running.Server, made.Alias, "Bob");
        await using var events = await bob.Listen();

        await _admin.Post($"live/conferences/{made.Id}/participants/{bob.Uuid}/disconnect");

        Assert.Equal("Disconnected by an administrator", (string)(await events.Until("disconnect"))!["reason"]!);
        Assert.Single(await anna.Roster());
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Post, $"live/conferences/{made.Id}/participants/{bob.Uuid}/mute")).Status);
    }

    [Fact]
    public async Task Leave_a_timeline_that_can_be_read_in_pages()
    {
        var made = await _admin.Conference();
        using var anna = await Caller.Join(running.Server, made.Alias);
        using var bob = await Caller.Join(running.Server, made.Alias, "Bob");
        await _admin.Post($"live/conferences/{made.Id}/disconnect");

        var meeting = Assert.Single((await _admin.Get($"conferences/{made.Id}/meetings"))["items"]!.AsArray())!;
        var address = $"conferences/{made.Id}/meetings/{meeting["id"]}/timeline";
        var first = await _admin.Get($"{address}?take=2");
        var rest = await _admin.Get($"{address}?after={first["next"]}");
        var entries = first["entries"]!.AsArray().Concat(rest["entries"]!.AsArray()).ToList();

        Assert.Equal(2, (int)meeting["participants"]!);
        Assert.NotNull(meeting["ended"]);
        Assert.Equal("MeetingBegan", (string)entries[0]!["event"]!);
        Assert.Equal("MeetingEnded", (string)entries[^1]!["event"]!);
        Assert.Equal("admin", (string)entries[^1]!["cause"]!["administrator"]!);
        Assert.Null(rest["next"]);
    }

    [Fact]
    public async Task Leave_audit_rows_for_what_was_done_to_them()
    {
        var made = await _admin.Conference();
        await _admin.Post($"live/conferences/{made.Id}/lock");
        await _admin.Patch($"conferences/{made.Id}", new { hostPin = "4711" });
        await _admin.Delete($"conferences/{made.Id}");

        var lines = (await _admin.Get($"audit?search={made.Id}"))["items"]!.AsArray();
        var older = (await _admin.Get($"audit?search={made.Id}&before={lines[0]!["seq"]}&take=1"))["items"]!.AsArray();

        Assert.Equal(["conference deleted", "conference changed", "live lock", "conference created"], lines.Select(line => (string)line!["what"]!));
        Assert.All(lines, line => Assert.Equal("admin", (string)line!["who"]!));
        Assert.DoesNotContain("4711", $"{lines[1]!["detail"]}");
        Assert.Equal("conference changed", (string)Assert.Single(older)!["what"]!);
    }

    [Fact]
    public async Task Are_steered_by_POST_alone()
    {
        var made = await _admin.Conference();

        Assert.Equal(405, (await _admin.Refused(HttpMethod.Get, $"live/conferences/{made.Id}/disconnect")).Status);
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Post, $"live/conferences/{Guid.NewGuid()}/lock")).Status);
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Post, "live/conferences/..%2fx/lock")).Status);
    }

    [Fact]
    public async Task Are_counted_in_the_health_of_the_node()
    {
        var made = await _admin.Conference();
        using var anna = await Caller.Join(running.Server, made.Alias);

        var health = await _admin.Get("health");

        Assert.Equal("SQLite", (string)health["storage"]!["kind"]!);
        Assert.True((double)health["storage"]!["latencyMilliseconds"]! >= 0);
        Assert.True((int)health["live"]!["conferences"]! >= 1);
        Assert.NotEmpty((string)health["version"]!);
    }

    public void Dispose() => _admin.Dispose();
}
