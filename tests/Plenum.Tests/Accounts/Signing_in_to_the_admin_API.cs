using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts;

[Collection(nameof(A_running_server))]
public sealed class Signing_in_to_the_admin_API(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);

    [Fact]
    public async Task Is_asked_for_on_every_address()
    {
        using var nobody = Administration.Unknown(running.Server);
        foreach (var path in new[] { "conferences", "live/conferences", "audit", "api-keys", "registrations", "health", "nothing" })
        {
            var refused = await nobody.Refused(HttpMethod.Get, path);
            Assert.Equal((401, "Basic realm=\"Plenum\""), (refused.Status, refused.Challenge));
        }
    }

    [Fact]
    public async Task Is_not_needed_to_read_what_the_API_is()
    {
        using var nobody = Administration.Unknown(running.Server);

        var described = await nobody.Get("openapi.json");

        var paths = described["paths"]!.AsObject();
        Assert.Contains("/api/admin/v1/conferences/{id}", paths.Select(path => path.Key));
        Assert.All(paths, path => Assert.StartsWith("/api/admin/v1/", path.Key));
        Assert.All(paths.SelectMany(path => path.Value!.AsObject()), operation =>
        {
            Assert.NotNull(operation.Value!["summary"]);
            Assert.NotNull(operation.Value["responses"]!["401"]);
        });
        Assert.Equal(["basic", "bearer", "key"], described["components"]!["securitySchemes"]!.AsObject().Select(scheme => scheme.Key));
    }

    [Fact]
    public async Task Works_with_a_key_in_either_header_until_it_is_revoked()
    {
        var made = await _admin.Post("api-keys", new { name = $"robot-{Guid.NewGuid():N}" });
        var (id, key) = ((string)made["id"]!, (string)made["key"]!);
        using var bearer = Administration.WithKey(running.Server, key);
        using var header = Administration.Unknown(running.Server);
        header.Headers.Add("X-API-Key", key);

        await bearer.Get("conferences");
        await header.Get("conferences");
        var listed = Assert.Single((await _admin.Get("api-keys")).AsArray(), one => (string)one!["id"]! == id)!;
        await bearer.Conference();
        await _admin.Delete($"api-keys/{id}");

        Assert.StartsWith("plenum_", key);
        Assert.NotNull(listed["lastUsedAt"]);
        Assert.Equal(401, (await bearer.Refused(HttpMethod.Get, "conferences")).Status);
        Assert.DoesNotContain((await _admin.Get("api-keys")).AsArray(), one => (string)one!["id"]! == id);
        Assert.Contains((await _admin.Get("audit?search=API key robot-"))["items"]!.AsArray(), line => (string)line!["what"]! == "conference created");
        Assert.DoesNotContain(key, $"{await _admin.Get("audit")}{await _admin.Get("api-keys")}{running.Server.Output}");
    }

    [Fact]
    public async Task Is_not_for_pages_of_other_sites()
    {
        using var lured = Administration.Of(running.Server);
        lured.Headers.Add("Sec-Fetch-Site", "cross-site");
        lured.Headers.Add("Origin", "https://evil.example");

        Assert.Equal(403, (await lured.Refused(HttpMethod.Post, "conferences", new { name = "x", aliases = new[] { "x" } })).Status);
        using var answer = await _admin.Send(HttpMethod.Get, "health");
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    public void Dispose() => _admin.Dispose();
}
