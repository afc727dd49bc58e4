using System.Net;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts;

[Collection(nameof(A_running_server))]
public sealed class Accounts_of_administrators(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);

    [Fact]
    public async Task Have_a_password_that_is_told_once_and_a_rank_that_limits_them()
    {
        var (name, password) = await Open("viewer");
        using var viewer = Administration.With(running.Server, name, password);

        await viewer.Get("conferences");
        var changing = await viewer.Refused(HttpMethod.Post, "conferences", new { name = "x", aliases = new[] { "x" } });
        var looking = await viewer.Refused(HttpMethod.Get, "accounts");

        Assert.Equal((403, 403), (changing.Status, looking.Status));
        Assert.Contains("This needs the rank editor", changing.Detail, StringComparison.Ordinal);
        Assert.Contains("This needs the rank owner", looking.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(password, (await _admin.Get("accounts")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_editors_change_conferences_but_not_who_may()
    {
        var (name, password) = await Open("editor");
        using var editor = Administration.With(running.Server, name, password);

        var made = await editor.Conference();
        await editor.Delete($"conferences/{made.Id}");

        Assert.Equal(403, (await editor.Refused(HttpMethod.Post, "accounts", new { name = "me", rank = "owner" })).Status);
        Assert.Equal(403, (await editor.Refused(HttpMethod.Post, "api-keys", new { name = "me" })).Status);
        Assert.Equal(403, (await editor.Refused(HttpMethod.Delete, $"accounts/{name}")).Status);
    }

    [Fact]
    public async Task Keys_have_ranks_too()
    {
        var key = (string)(await _admin.Post("api-keys", new { name = "reader", rank = "viewer" }))["key"]!;
        using var reader = Administration.WithKey(running.Server, key);

        await reader.Get("live/conferences");

        Assert.Equal(403, (await reader.Refused(HttpMethod.Post, "conferences", new { name = "x", aliases = new[] { "x" } })).Status);
    }

    [Fact]
    public async Task Lose_what_was_taken_at_once_also_where_they_are_signed_in()
    {
        var (name, password) = await Open("owner");
        using var desk = await A_desk.SignedIn(running.Server, name, password);
        using var basic = Administration.With(running.Server, name, password);
        await basic.Get("accounts");
        Assert.Equal(HttpStatusCode.OK, (await desk.Open("accounts")).Status);

        await _admin.Patch($"accounts/{name}", new { rank = "viewer" });

        Assert.Equal(403, (await basic.Refused(HttpMethod.Get, "accounts")).Status);
        Assert.StartsWith("/admin/sign-in", (await desk.Open("accounts")).Address, StringComparison.Ordinal);

        await _admin.Patch($"accounts/{name}", new { password = "another password" });
        Assert.Equal(401, (await basic.Refused(HttpMethod.Get, "conferences")).Status);

        using var renewed = Administration.With(running.Server, name, "another password");
        await renewed.Get("conferences");
        await _admin.Delete($"accounts/{name}");
        Assert.Equal(401, (await renewed.Refused(HttpMethod.Get, "conferences")).Status);
    }

    [Fact]
    public async Task Always_include_admin_as_an_owner()
    {
        Assert.Equal(409, (await _admin.Refused(HttpMethod.Delete, "accounts/admin")).Status);
        Assert.Equal(409, (await _admin.Refused(HttpMethod.Patch, "accounts/admin", new { rank = "viewer" })).Status);
    }

    [Theory]
    [InlineData("""{"rank":"owner"}""", "name")]
    [InlineData("""{"name":"a b","rank":"owner"}""", "name")]
    [InlineData("""{"name":"a:b","rank":"owner"}""", "name")]
    [InlineData("""{"name":"ok"}""", "rank")]
    [InlineData("""{"name":"ok","rank":"owner","password":"chosen by somebody"}""", "password")]
    public async Task Are_refused_with_what_is_wrong(string body, string member) =>
        Assert.Equal((422, member), (await _admin.Refused(HttpMethod.Post, "accounts", body)) is var refused ? (refused.Status, refused.Member) : default);

    [Fact]
    public async Task Are_in_the_audit_without_their_passwords()
    {
        var (name, password) = await Open("viewer");

        var lines = (await _admin.Get($"audit?search={name}")).ToJsonString();

        Assert.Contains("account opened", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(password, lines, StringComparison.Ordinal);
    }

    public void Dispose() => _admin.Dispose();

    private async Task<(string Name, string Password)> Open(string rank)
    {
        var name = $"{rank}-{Guid.NewGuid():N}";
        return (name, (string)(await _admin.Post("accounts", new { name, rank }))["password"]!);
    }
}
