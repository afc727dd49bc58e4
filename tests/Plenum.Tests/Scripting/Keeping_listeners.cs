using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

[Collection(nameof(A_running_server))]
public sealed class Keeping_listeners(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _name = $"listener{Guid.NewGuid():N}";

    private string Path => $"listeners/{_name}";

    [Fact]
    public async Task Every_version_is_kept_with_who_made_it()
    {
        using (var made = await _admin.Send(HttpMethod.Put, Path, """{"type": "manual", "script": "return 1", "label": "One"}""")) Assert.Equal(201, (int)made.StatusCode);
        using (var changed = await _admin.Send(HttpMethod.Put, Path, """{"type": "manual", "script": "return 2", "enabled": false}""")) Assert.Equal(200, (int)changed.StatusCode);
        var told = await _admin.Get(Path);
        Assert.Equal((2, "return 2", "manual", false, false), ((int)told["version"]!, (string)told["script"]!, (string)told["type"]!, (bool)told["enabled"]!, (bool)told["background"]!));
        await _admin.Delete(Path);
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Get, Path)).Status);
        Assert.Equal(["2 return 2 admin", "1 return 1 admin"], (await _admin.Get($"{Path}/history")).AsArray().Select(one => $"{one!["version"]} {one["script"]} {one["changedBy"]}"));
        Assert.Equal(3, (int)(await _admin.Ask(HttpMethod.Put, Path, """{"type": "manual", "script": "return 3"}"""))["version"]!);
        Assert.Equal(
            ["listener created", "listener deleted", "listener changed", "listener created"],
            (await _admin.Get($"audit?search={_name}"))["items"]!.AsArray().Select(line => (string)line!["what"]!));
    }

    [Fact]
    public async Task A_secret_is_told_to_nobody_and_stays_until_it_is_taken_away()
    {
        await _admin.Ask(HttpMethod.Put, Path, """{"type": "webhook", "script": "1", "secret": "very-secret-indeed"}""");
        Assert.True((bool)(await _admin.Ask(HttpMethod.Put, Path, """{"type": "webhook", "script": "2"}"""))["hasSecret"]!);
        Assert.DoesNotContain("very-secret-indeed", $"{await _admin.Get(Path)}{await _admin.Get($"{Path}/history")}{await _admin.Get("audit")}", StringComparison.Ordinal);
        Assert.False((bool)(await _admin.Ask(HttpMethod.Put, Path, """{"type": "webhook", "script": "2", "secret": null}"""))["hasSecret"]!);
    }

    [Theory]
    [InlineData("""{"script": "1"}""", "type")]
    [InlineData("""{"type": "weather", "script": "1"}""", "type")]
    [InlineData("""{"type": "schedule", "script": "1"}""", "cron")]
    [InlineData("""{"type": "schedule", "script": "1", "cron": "soon"}""", "cron")]
    [InlineData("""{"type": "schedule", "script": "1", "cron": "0 0 30 2 *"}""", "cron")]
    [InlineData("""{"type": "schedule", "script": "1", "cron": "* * * * *", "timeZone": "Moon"}""", "timeZone")]
    [InlineData("""{"type": "manual", "script": "1", "cron": "* * * * *"}""", "cron")]
    [InlineData("""{"type": "conference", "script": "1"}""", "events")]
    [InlineData("""{"type": "conference", "script": "1", "events": ["joined", "sneezed"]}""", "events")]
    [InlineData("""{"type": "manual", "script": "1", "events": ["joined"]}""", "events")]
    [InlineData("""{"type": "manual", "script": "1", "queue": "express"}""", "queue")]
    [InlineData("""{"type": "manual", "script": "1", "concurrency": -1}""", "concurrency")]
    [InlineData("""{"type": "manual", "script": "1", "retries": 11}""", "retries")]
    [InlineData("""{"type": "manual"}""", "script")]
    [InlineData("""{"type": "manual", "script": "1", "secret": "long enough"}""", "secret")]
    [InlineData("""{"type": "webhook", "script": "1", "secret": "short"}""", "secret")]
    [InlineData("""{"type": "webhook", "script": "1", "plugin": "sample"}""", "plugin")]
    [InlineData("""{"type": "uiPlugin", "script": "1", "event": "x"}""", "plugin")]
    [InlineData("""{"type": "uiPlugin", "script": "1", "plugin": "nobodyHere", "event": "x"}""", "plugin")]
    [InlineData("""{"type": "webhook", "script": "1", "event": "x"}""", "event")]
    [InlineData("""{"type": "webhook", "script": "1", "colour": "red"}""", "colour")]
    [InlineData("""{"type": "webhook", "script": 5}""", "script")]
    public async Task Says_which_member_is_wrong_and_keeps_nothing(string body, string member)
    {
        var refused = await _admin.Refused(HttpMethod.Put, Path, body);
        Assert.Equal((422, member), (refused.Status, refused.Member));
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Get, Path)).Status);
    }

    [Fact]
    public async Task A_viewer_looks_and_changes_nothing()
    {
        var key = await _admin.Post("api-keys", new { name = _name, rank = "viewer" });
        using var viewer = Administration.WithKey(running.Server, (string)key["key"]!);
        await viewer.Get("listeners");
        await viewer.Get("logs");
        Assert.Equal(403, (await viewer.Refused(HttpMethod.Put, Path, """{"type": "manual", "script": "1"}""")).Status);
        Assert.Equal(403, (await viewer.Refused(HttpMethod.Put, $"ui-plugins/{_name}", """{"script": "1"}""")).Status);
        Assert.Equal(403, (await viewer.Refused(HttpMethod.Post, $"{Path}/runs", "{}")).Status);
    }

    public void Dispose() => _admin.Dispose();
}
