using System.Text.Json.Nodes;
using Plenum.Tests.Hosting;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts;

[Collection(nameof(A_running_server))]
public sealed class A_registered_device(A_running_server running) : IDisposable
{
    private const string Password = "a long password";
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _alias = $"desk-{Guid.NewGuid():N}";

    [Fact]
    public async Task Is_called_and_becomes_the_participant_that_was_called()
    {
        using var device = await Registered();
        await using var calls = await device.Listen();
        var made = await _admin.Conference();
        using var host = await Caller.Join(running.Server, made.Alias);
        await using var events = await host.Listen();

        var called = (string)(await host.Post("dial", new { destination = _alias, role = "GUEST", protocol = "sip", remote_display_name = "Desk" }))![0]!;
        var incoming = (await calls.Until("incoming"))!;
        using var answered = await Caller.Join(running.Server, (string)incoming["conference_alias"]!, "Bob at his desk", ticket: (string)incoming["token"]!);
        await calls.Until("incoming_cancelled");

        Assert.Equal(made.Alias, (string)incoming["conference_alias"]!);
        Assert.Equal((string)made.Told["name"]!, (string)incoming["remote_display_name"]!);
        Assert.Equal(called, answered.Uuid);
        var line = Assert.Single(await host.Roster(), participant => (string)participant!["uuid"]! != host.Uuid)!;
        Assert.Equal((called, "Bob at his desk", "guest", "connected"), Told(line));
        var update = (await events.Until("participant_update"))!;
        Assert.Equal(called, (string)update["uuid"]!);
        await answered.Post("refresh_token");
    }

    [Fact]
    public async Task Hears_that_a_call_was_given_up_and_cannot_come_in_with_it()
    {
        using var device = await Registered();
        await using var calls = await device.Listen();
        var made = await _admin.Conference();
        using var host = await Caller.Join(running.Server, made.Alias);
        var called = (string)(await host.Post("dial", new { destination = _alias, role = "HOST" }))![0]!;
        var incoming = (await calls.Until("incoming"))!;

        await host.Post($"participants/{called}/disconnect");
        var cancelled = (await calls.Until("incoming_cancelled"))!;

        Assert.Equal((string)incoming["token"]!, (string)cancelled["token"]!);
        using var late = await Caller.TryToJoin(running.Server, made.Alias, ticket: (string)incoming["token"]!);
        Assert.Equal(403, (int)late.StatusCode);
        Assert.Single(await host.Roster());
    }

    [Fact]
    public async Task That_goes_while_it_rings_has_rejected_the_call()
    {
        using var device = await Registered();
        await using var calls = await device.Listen();
        var made = await _admin.Conference();
        using var host = await Caller.Join(running.Server, made.Alias);
        await using var events = await host.Listen();
        var called = (string)(await host.Post("dial", new { destination = _alias, role = "HOST" }))![0]!;
        await calls.Until("incoming");

        await device.Post("release_token");

        Assert.Equal(called, (string)(await events.Until("participant_delete"))!["uuid"]!);
        await calls.End();
        Assert.Empty((await host.Post("dial", new { destination = _alias, role = "HOST" }))!.AsArray());
    }

    [Fact]
    public async Task Hears_of_what_rings_already_when_it_opens_its_stream()
    {
        using var device = await Registered("X-Pexip-Authorization");
        var made = await _admin.Conference();
        using var host = await Caller.Join(running.Server, made.Alias);
        await host.Post("dial", new { destination = _alias.ToUpperInvariant(), role = "HOST" });

        await using var calls = await device.Listen();

        Assert.Equal(made.Alias, (string)(await calls.Until("incoming"))!["conference_alias"]!);
    }

    [Fact]
    public async Task Stays_registered_by_refreshing_until_it_releases()
    {
        using var device = await Registered();

        var refreshed = (await device.Post("refresh_token"))!;

        Assert.NotEqual(device.Token, (string)refreshed["token"]!);
        Assert.Equal("120", (string)refreshed["expires"]!);
        Assert.Matches("^[A-Za-z0-9_-]+$", (string)refreshed["token"]!);
        Assert.True(await Online());
        await device.Post("release_token");
        Assert.False(await Online());
    }

    [Fact]
    public async Task Is_cut_off_when_its_alias_is_taken_away()
    {
        using var device = await Registered();
        await using var calls = await device.Listen();

        await _admin.Delete($"registrations/{_alias}");

        await calls.End();
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Delete, $"registrations/{_alias}")).Status);
    }

    [Fact]
    public async Task Needs_the_right_password()
    {
        using var right = await Registered();

        await Assert.ThrowsAnyAsync<Exception>(() => Caller.Register(running.Server, _alias, "bob", "a wrong password"));
        Assert.DoesNotContain(Password, $"{await _admin.Get("registrations")}{await _admin.Get("audit")}{running.Server.Output}");
        Assert.Equal(409, (await _admin.Refused(HttpMethod.Post, "registrations", new { alias = _alias, userName = "eve", password = "another password" })).Status);
        Assert.Equal("password", (await _admin.Refused(HttpMethod.Post, "registrations", new { alias = "x", userName = "eve", password = "short" })).Member);
    }

    [Theory]
    [InlineData("%2f")]
    [InlineData("%20")]
    [InlineData("%3cscript%3e")]
    [InlineData("%f0%9f%98%80")]
    [InlineData("' OR 1=1 --")]
    public async Task Cannot_have_an_alias_that_is_none(string alias)
    {
        using var http = new HttpClient { BaseAddress = running.Server.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic Ym9iOgA=");

        using var answer = await http.PostAsync($"/api/client/v2/registrations/{alias}/request_token", null);

        Assert.True((int)answer.StatusCode is 401 or 404, $"{answer.StatusCode}");
        Assert.Equal("failed", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]!);
    }

    [Fact]
    public async Task Is_let_go_without_a_word_when_the_server_stops()
    {
        using var folder = new Scratch();
        using var server = await BuiltProgram.Serve(folder["data"]);
        await server.Until(() => server.Output.Any(line => line.Contains("Sign in as admin", StringComparison.Ordinal)));
        var password = server.Output.First(line => line.Contains("Sign in as admin", StringComparison.Ordinal)).Split(' ')[^1];
        using var admin = Administration.With(server.Address, "admin", password);
        await admin.Post("registrations", new { alias = _alias, userName = "bob", password = Password });
        using var device = await Caller.Register(server.Address, _alias, "bob", Password);
        await using var calls = await device.Listen();

        server.Terminate();

        await calls.End();
        Assert.Equal(0, await server.Exit());
    }

    public void Dispose() => _admin.Dispose();

    private async Task<Caller> Registered(string header = "Authorization")
    {
        await _admin.Post("registrations", new { alias = _alias, userName = "bob", password = Password });
        return await Caller.Register(running.Server, _alias, "bob", Password, header);
    }

    private async Task<bool> Online() =>
        (bool)Assert.Single((await _admin.Get("registrations")).AsArray(), one => (string)one!["alias"]! == _alias)!["online"]!;

    private static (string, string, string, string) Told(JsonNode line) =>
        ((string)line["uuid"]!, (string)line["display_name"]!, (string)line["role"]!, (string)line["service_type"]! is "connecting" ? "connecting" : "connected");
}
