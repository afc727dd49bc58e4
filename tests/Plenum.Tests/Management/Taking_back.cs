using Plenum.Tests.Branding;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

/// <summary>What was taken away by mistake is listed and comes back, and both steps are in the audit.</summary>
[Collection(nameof(A_running_server))]
public sealed class Taking_back(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _name = $"grace-{Guid.NewGuid():N}";

    [Fact]
    public async Task Lets_an_account_sign_in_again_whose_name_nobody_could_take_meanwhile()
    {
        var password = (string)(await _admin.Post("accounts", new { name = _name, rank = "viewer" }))["password"]!;
        using var grace = Administration.With(running.Server, _name, password);
        await _admin.Delete($"accounts/{_name}");
        Assert.Equal(401, (await grace.Refused(HttpMethod.Get, "conferences")).Status);
        Assert.Contains((await _admin.Get("accounts/removed")).AsArray(), one => (string)one!["name"]! == _name && (string)one["rank"]! == "viewer");
        var taken = await _admin.Refused(HttpMethod.Post, "accounts", new { name = _name, rank = "owner" });
        Assert.Equal((409, "name"), (taken.Status, taken.Member));
        Assert.Contains("can still be brought back", taken.Detail, StringComparison.Ordinal);

        await _admin.Post($"accounts/{_name}/restore");

        await grace.Get("conferences");
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Post, $"accounts/{_name}/restore")).Status);
        Assert.Equal(["account restored", "account closed", "account opened"], await Audited(_name));
    }

    [Fact]
    public async Task Lets_a_key_work_again()
    {
        var made = await _admin.Post("api-keys", new { name = _name, rank = "viewer" });
        var id = (string)made["id"]!;
        using var program = Administration.WithKey(running.Server, (string)made["key"]!);
        await _admin.Delete($"api-keys/{id}");
        Assert.Equal(401, (await program.Refused(HttpMethod.Get, "conferences")).Status);
        Assert.Contains((await _admin.Get("api-keys/removed")).AsArray(), one => (string)one!["id"]! == id);

        await _admin.Post($"api-keys/{id}/restore");

        await program.Get("conferences");
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Post, $"api-keys/{id}/restore")).Status);
        Assert.Equal(["API key restored", "API key revoked", "API key created"], await Audited(id));
    }

    [Fact]
    public async Task Lets_a_device_register_again_unless_its_alias_was_given_to_another()
    {
        await _admin.Post("registrations", new { alias = _name, userName = "first", password = "a long password" });
        await _admin.Delete($"registrations/{_name}");
        await _admin.Post("registrations", new { alias = _name, userName = "second", password = "a long password" });
        var taken = await _admin.Refused(HttpMethod.Post, $"registrations/{_name}/restore");
        Assert.Equal((409, "alias"), (taken.Status, taken.Member));

        await _admin.Delete($"registrations/{_name}");
        await _admin.Post($"registrations/{_name.ToUpperInvariant()}/restore");

        Assert.Contains((await _admin.Get("registrations")).AsArray(), one => (string)one!["alias"]! == _name && (string)one["userName"]! == "second");
        Assert.DoesNotContain((await _admin.Get("registrations/removed")).AsArray(), one => (string)one!["alias"]! == _name);
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Post, $"registrations/{_name}/restore")).Status);
    }

    [Fact]
    public async Task Is_offered_at_the_pages_right_after_the_step()
    {
        using var packages = Packages.Admin(running.Server);
        var branding = await packages.Id(Packages.Of(_name));
        await _admin.Post("accounts", new { name = _name, rank = "viewer" });
        var key = (string)(await _admin.Post("api-keys", new { name = _name }))["id"]!;
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);
        foreach (var (step, undo) in ((string, string)[])[
            ($"accounts/{_name}/close", $"accounts/{_name}/restore"), ($"accounts/keys/{key}/revoke", $"accounts/keys/{key}/restore"), ($"branding/{branding}/delete", $"branding/{branding}/restore")])
        {
            var done = await desk.Press(step);
            Assert.Contains("<button class=\"admin-small\" type=\"submit\">Undo</button>", done.Text, StringComparison.Ordinal);
            Assert.Contains("in the last 30 days (", done.Text, StringComparison.Ordinal);

            var back = await desk.SendAll(undo, done.Hidden($"/admin/{undo}"));
            Assert.Contains("role=\"status\"", back.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"action=\"/admin/{undo}\"", back.Text, StringComparison.Ordinal);
        }

        Assert.Contains((await _admin.Get("accounts")).AsArray(), account => (string)account!["name"]! == _name);
        Assert.Contains((await _admin.Get("api-keys")).AsArray(), one => (string)one!["id"]! == key);
        await _admin.Get($"brandings/{branding}");
        await _admin.Delete($"brandings/{branding}");
    }

    public void Dispose() => _admin.Dispose();

    private async Task<IEnumerable<string>> Audited(string target) =>
        (await _admin.Get($"audit?search={target}"))["items"]!.AsArray().Select(line => (string)line!["what"]!);
}
