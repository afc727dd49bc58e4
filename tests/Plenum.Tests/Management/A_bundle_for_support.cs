using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Plenum.Tests.Branding;
using Plenum.Tests.Branding.Portal;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

public sealed class A_bundle_for_support(A_bundle_for_support.House house) : IClassFixture<A_bundle_for_support.House>
{
    private const string TlsPassword = "a-password-of-a-key-file";
    private readonly PlenumProcess _server = house.Server;

    [Fact]
    public async Task Says_how_the_server_is_and_holds_none_of_its_secrets()
    {
        using var admin = Administration.Of(_server);
        var secrets = await Plant(admin);

        var files = Unpack(await (await admin.Send(HttpMethod.Get, "support/bundle")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var everything = string.Join('\n', files.Values);

        Assert.Equal(
            ["README.txt", "branding.json", "configuration.json", "health.json", "journal.txt", "machine.json", "plugin-faults.json", "retention.json", "storage.json"], files.Keys.Order(StringComparer.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("[removed]", (string)JsonNode.Parse(files["configuration.json"])!["tls"]!["password"]!);
        Assert.Equal(_server.DataFolder, (string)JsonNode.Parse(files["configuration.json"])!["data"]!);
        Assert.Contains(JsonNode.Parse(files["storage.json"])!["migrations"]!.AsArray(), step => (string)step!["name"]! == "people");
        Assert.True((long)JsonNode.Parse(files["machine.json"])!["workingSetBytes"]! > 1_000_000);
        Assert.Contains("a fault that was told", files["plugin-faults.json"], StringComparison.Ordinal);
        Assert.NotEmpty(files["journal.txt"]);
        Assert.DoesNotContain("Leontyne", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_made_at_the_page_and_by_owners_alone()
    {
        using var admin = Administration.Of(_server);
        using var editor = Administration.WithKey(_server, (string)(await admin.Post("api-keys", new { name = "an editor", rank = "editor" }))["key"]!);
        using var desk = await A_desk.SignedIn(_server, "admin", _server.AdminPassword);

        foreach (var path in (string[])["support/bundle", "settings"]) Assert.Equal(403, (await editor.Refused(HttpMethod.Get, path)).Status);
        Assert.Equal("[removed]", (string)(await admin.Get("settings"))["tls"]!["password"]!);
        var settings = (await desk.Open("settings")).Text;
        Assert.Contains("<td><code>Limits:PackageBytes</code></td><td>52428800</td>", settings, StringComparison.Ordinal);
        Assert.DoesNotContain(TlsPassword, settings, StringComparison.Ordinal);
        Assert.Contains("Last lines of the journal", (await desk.Open("support")).Text, StringComparison.Ordinal);
        using var bundle = (await desk.Open("support/bundle")).Answer;
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (bundle.StatusCode, bundle.Content.Headers.ContentType!.MediaType));
        Assert.Contains((await admin.Get("audit?search=support%20bundle%20made"))["items"]!.AsArray(), line => (string)line!["who"]! == "admin");
    }

    /// <summary>Everything that must not come out again, in as many places as it could.</summary>
    private async Task<IReadOnlyList<string>> Plant(Administration admin)
    {
        const string pin = "97531864", device = "a-password-of-a-device", chosen = "a-password-that-grace-chose", hush = "hush of a phone book";
        var key = (string)(await admin.Post("api-keys", new { name = "a program" }))["key"]!;
        var grace = (string)(await admin.Post("accounts", new { name = "grace", rank = "viewer" }))["password"]!;
        await admin.Patch("accounts/grace", new { password = chosen });
        await admin.Post("registrations", new { alias = "desk", userName = "desk", password = device });
        using var packages = Packages.Admin(_server);
        var branding = await packages.Id(A_portal.Zipped(A_phone_book.Files()));
        var customization = (await admin.Post("customizations", new { name = "With a secret", branding }))["id"];
        await admin.Ask(HttpMethod.Put, $"customizations/{customization}/plugins/{A_phone_book.Id}/settings", $$$"""{"settings": {"server": "https://a.b", "token": "{{{hush}}}"}}""");
        var made = await admin.Conference(new { hostPin = pin });
        using var host = await Caller.Join(_server, made.Alias, "Leontyne", pin);
        using var desk = await A_desk.SignedIn(_server, "admin", _server.AdminPassword);
        var session = Assert.Single(desk.Cookies.Cast<Cookie>()).Value;
        await host.Post("plenum/plugin-faults", new
        {
            plugin = "talker",
            version = "1.0.0",
            entry = "load",
            message = $"a fault that was told, password={chosen}",
            stack = $"token: {host.Token}\nBearer {key}\n{_server.AdminPassword}\npin={pin}&x=1 {hush}",
            times = 1,
        });
        using var http = new HttpClient { BaseAddress = _server.Address };
        foreach (var path in (string[])[$"/nowhere?token={host.Token}", $"/api/client/v2/conferences/{made.Alias}/events?token={host.Token}x", $"/admin/?seal={await desk.Seal()}"])
            (await http.GetAsync(path)).Dispose();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_server.DataFolder, "plenum.db")}");
        var stored = await connection.QueryAsync<string>("SELECT value FROM secrets UNION SELECT secret_hash FROM accounts UNION SELECT key_hash FROM api_keys UNION SELECT id FROM sessions UNION SELECT secret_hash FROM registrations");
        return [.. stored, TlsPassword, _server.AdminPassword, key, grace, chosen, device, hush, pin, host.Token, session, await desk.Seal()];
    }

    private static Dictionary<string, string> Unpack(byte[] packed)
    {
        using var zip = new ZipArchive(new MemoryStream(packed));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }

    /// <summary>A server with a secret in its configuration.</summary>
    public sealed class House : IAsyncLifetime
    {
        public PlenumProcess Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await PlenumProcess.StartWith(new Dictionary<string, string> { ["PLENUM_TLS_PASSWORD"] = TlsPassword });

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
