using System.Text.Json.Nodes;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

[Collection(nameof(A_running_server))]
public sealed class Conferences_of_an_administrator(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);

    [Fact]
    public async Task Can_be_joined_as_soon_as_they_are_made()
    {
        var made = await _admin.Conference(new { kind = "auditorium", hostPin = "2468", guestPin = "1357", participantLimit = 7, waitingMinutes = 3 });

        using var host = await Caller.Join(running.Server, made.Alias, pin: "2468");

        Assert.Equal("auditorium", (string)made.Told["kind"]!);
        Assert.Equal(7, (int)made.Told["participantLimit"]!);
        Assert.Equal(3, (double)made.Told["waitingMinutes"]!);
        Assert.Equal(made.Told.ToJsonString(), (await _admin.Get($"conferences/{made.Id}")).ToJsonString());
    }

    [Fact]
    public async Task Have_the_rules_of_their_kind_unless_others_are_wished_for()
    {
        var made = (await _admin.Conference(new { kind = "auditorium", hostPin = "2468" })).Told;
        var other = (await _admin.Conference(new { kind = "auditorium", guestsCanPresent = true, guestsMayStart = true, lockHoldsHosts = true })).Told;
        var turned = await _admin.Patch($"conferences/{made["id"]}", new { kind = "room" });

        Assert.Equal((true, false, false), Rules(made));
        Assert.Equal((true, true, false), Rules(other));
        Assert.Equal((false, true, false), Rules(turned));
        Assert.True((bool)other["guestsMayStart"]! && (bool)other["lockHoldsHosts"]!);
        Assert.False((bool)made["guestsMayStart"]! || (bool)made["lockHoldsHosts"]!);

        static (bool, bool, bool) Rules(JsonNode of) => ((bool)of["muteGuestsOnJoin"]!, (bool)of["guestsCanPresent"]!, (bool)of["guestsCanUnmute"]!);
    }

    [Fact]
    public async Task Say_where_they_are()
    {
        using var answer = await _admin.Send(HttpMethod.Post, "conferences", new { name = "Here", aliases = new[] { $"here-{Guid.NewGuid():N}" } });

        Assert.Equal(201, (int)answer.StatusCode);
        var made = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal($"/api/admin/v1/conferences/{made["id"]}", $"{answer.Headers.Location}");
    }

    [Fact]
    public async Task Never_tell_their_PINs()
    {
        var made = await _admin.Conference(new { hostPin = "918273645", guestPin = "564738291" });
        var told = made.Told.ToJsonString() + await _admin.Get($"conferences/{made.Id}") + await _admin.Get($"conferences?search={made.Alias}") + await _admin.Get($"audit?search={made.Id}");

        Assert.True((bool)made.Told["hasHostPin"]! && (bool)made.Told["hasGuestPin"]!);
        Assert.DoesNotContain("918273645", told);
        Assert.DoesNotContain("564738291", told);
        Assert.DoesNotContain("918273645", running.Server.Output);
    }

    [Fact]
    public async Task Ask_nobody_to_sign_in_where_nobody_could()
    {
        var refused = await _admin.Refused(HttpMethod.Post, "conferences", new { name = "x", aliases = new[] { $"x-{Guid.NewGuid():N}" }, signIn = true });
        var made = await _admin.Conference();

        Assert.Equal((422, "signIn"), (refused.Status, refused.Member));
        Assert.Contains("Configure Plenum:SignIn:Organisation or Plenum:SignIn:Header first", refused.Detail, StringComparison.Ordinal);
        Assert.Equal("signIn", (await _admin.Refused(HttpMethod.Patch, $"conferences/{made.Id}", new { signIn = true })).Member);
        Assert.False((bool)(await _admin.Patch($"conferences/{made.Id}", new { signIn = false, name = "Changed" }))["signIn"]!);
        using var desk = await Pages.A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);
        var page = await desk.Press($"conferences/{made.Id}", new() { ["name"] = "x", ["aliases"] = made.Alias, ["kind"] = "Room", ["signIn"] = "true", ["participantLimit"] = "5", ["waitingMinutes"] = "5", ["graceWithoutHostSeconds"] = "5" });
        Assert.Contains("Nobody could sign in", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_what_a_change_does_not_name()
    {
        var made = await _admin.Conference(new { hostPin = "2468", chatEnabled = false });

        var changed = await _admin.Patch($"conferences/{made.Id}", new { name = "Another name", guestsCanUnmute = true });

        Assert.Equal("Another name", (string)changed["name"]!);
        Assert.True((bool)changed["guestsCanUnmute"]! && (bool)changed["hasHostPin"]!);
        Assert.False((bool)changed["chatEnabled"]!);
        using var host = await Caller.Join(running.Server, made.Alias, pin: "2468");
    }

    [Fact]
    public async Task Lose_a_PIN_that_is_set_to_null()
    {
        var made = await _admin.Conference(new { hostPin = "2468" });

        var changed = await _admin.Patch($"conferences/{made.Id}", """{"hostPin":null}""");

        Assert.False((bool)changed["hasHostPin"]!);
        using var anybody = await Caller.Join(running.Server, made.Alias);
    }

    [Fact]
    public async Task Move_to_other_aliases()
    {
        var made = await _admin.Conference();
        var other = $"moved-{Guid.NewGuid():N}";

        await _admin.Patch($"conferences/{made.Id}", new { aliases = new[] { other.ToUpperInvariant() } });

        using var there = await Caller.Join(running.Server, other);
        using var gone = await Caller.TryToJoin(running.Server, made.Alias);
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact]
    public async Task Cannot_share_an_alias()
    {
        var made = await _admin.Conference();

        var refused = await _admin.Refused(HttpMethod.Post, "conferences", new { name = "Second", aliases = new[] { made.Alias } });

        Assert.Equal((409, "aliases"), (refused.Status, refused.Member));
        Assert.Contains(made.Alias, refused.Detail);
    }

    [Fact]
    public async Task End_their_meeting_when_they_are_deleted()
    {
        var made = await _admin.Conference();
        using var anna = await Caller.Join(running.Server, made.Alias);
        await using var events = await anna.Listen();

        await _admin.Delete($"conferences/{made.Id}");

        Assert.Equal("Conference terminated by an administrator", (string)(await events.Until("disconnect"))!["reason"]!);
        using var late = await Caller.TryToJoin(running.Server, made.Alias);
        Assert.Equal(404, (int)late.StatusCode);
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Delete, $"conferences/{made.Id}")).Status);
    }

    [Fact]
    public async Task Are_listed_in_pages_and_found_by_name_or_alias()
    {
        var mark = $"{Guid.NewGuid():N}"[..12];
        for (var i = 0; i < 5; i++) await _admin.Post("conferences", new { name = $"Team {mark} {i}", aliases = new[] { $"{mark}.{i}" } });

        var page = await _admin.Get($"conferences?search={mark}&page=2&pageSize=2");
        var one = await _admin.Get($"conferences?search={mark}.4");

        Assert.Equal([$"Team {mark} 2", $"Team {mark} 3"], page["items"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal((5, 2, 2), ((int)page["total"]!, (int)page["page"]!, (int)page["pageSize"]!));
        Assert.Equal(1, (int)one["total"]!);
        Assert.Equal("pageSize", (await _admin.Refused(HttpMethod.Get, "conferences?pageSize=201")).Member);
        Assert.Equal(400, (await _admin.Refused(HttpMethod.Get, "conferences?page=two")).Status);
    }

    [Fact]
    public async Task Are_changed_by_many_at_once_without_losing_anything()
    {
        var made = await _admin.Conference();

        await Task.WhenAll(
            _admin.Patch($"conferences/{made.Id}", new { chatEnabled = false }),
            _admin.Patch($"conferences/{made.Id}", new { allowGuests = false }),
            _admin.Patch($"conferences/{made.Id}", new { participantLimit = 9 }),
            _admin.Patch($"conferences/{made.Id}", new { name = "All of it" }));

        var told = await _admin.Get($"conferences/{made.Id}");
        Assert.False((bool)told["chatEnabled"]! || (bool)told["allowGuests"]!);
        Assert.Equal((9, "All of it"), ((int)told["participantLimit"]!, (string)told["name"]!));
    }

    [Fact]
    public async Task Are_made_once_when_two_want_the_same_alias_at_the_same_moment()
    {
        var alias = $"race-{Guid.NewGuid():N}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            _admin.Send(HttpMethod.Post, "conferences", new { name = "Race", aliases = new[] { alias } })));

        Assert.Equal([201, .. Enumerable.Repeat(409, 7)], answers.Select(answer => (int)answer.StatusCode).Order());
    }

    [Fact]
    public async Task Are_refused_as_a_problem_when_the_body_is_too_long_or_too_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 10_000));

        Assert.Equal(413, (await _admin.Refused(HttpMethod.Post, "conferences", $"{{\"name\":\"{new string('x', 2_000_000)}\"}}")).Status);
        Assert.Equal(400, (await _admin.Refused(HttpMethod.Post, "conferences", $"{{\"name\":{deep}")).Status);
    }

    [Theory]
    [InlineData("""{"aliases":["a"]}""", 422, "name")]
    [InlineData("""{"name":"x"}""", 422, "aliases")]
    [InlineData("""{"name":"x","aliases":[]}""", 422, "aliases")]
    [InlineData("""{"name":"x","aliases":["a b"]}""", 422, "aliases[0]")]
    [InlineData("""{"name":"x","aliases":["a","A"]}""", 422, "aliases")]
    [InlineData("""{"name":null,"aliases":["a"]}""", 422, "name")]
    [InlineData("""{"name":7,"aliases":["a"]}""", 422, "name")]
    [InlineData("""{"name":"x","aliases":["a"],"colour":"red"}""", 422, "colour")]
    [InlineData("""{"name":"x","name":"y","aliases":["a"]}""", 400, "name")]
    [InlineData("""{"name":"x","aliases":["a"],"kind":"castle"}""", 422, "kind")]
    [InlineData("""{"name":"x","aliases":["a"],"hostPin":"123"}""", 422, "hostPin")]
    [InlineData("""{"name":"x","aliases":["a"],"hostPin":"12a4"}""", 422, "hostPin")]
    [InlineData("""{"name":"x","aliases":["a"],"guestPin":"1234"}""", 422, "guestPin")]
    [InlineData("""{"name":"x","aliases":["a"],"hostPin":"1234","guestPin":"1234"}""", 422, "guestPin")]
    [InlineData("""{"name":"x","aliases":["a"],"participantLimit":0}""", 422, "participantLimit")]
    [InlineData("""{"name":"x","aliases":["a"],"participantLimit":"5"}""", 422, "participantLimit")]
    [InlineData("""{"name":"x","aliases":["a"],"__proto__":{}}""", 422, "__proto__")]
    [InlineData("""["name"]""", 422, null)]
    [InlineData("""{"name":""", 400, null)]
    public async Task Are_refused_by_the_member_that_is_wrong(string body, int status, string? member)
    {
        var refused = await _admin.Refused(HttpMethod.Post, "conferences", body);

        Assert.Equal((status, member), (refused.Status, refused.Member));
        Assert.EndsWith(".", refused.Detail);
    }

    public void Dispose() => _admin.Dispose();
}
