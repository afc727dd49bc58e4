using Plenum.Tests.Log;
using Plenum.Tests.Running;
using Plenum.Tests.Scripting;

namespace Plenum.Tests.Management;

public sealed class The_admin_API_on_PostgreSQL(PostgresDatabaseForTests database) : IClassFixture<PostgresDatabaseForTests>
{
    [Fact]
    public async Task Does_what_it_does_on_SQLite()
    {
        await using var server = await PlenumProcess.Start("--no-demo", "--database", await database.Address());
        using var admin = Administration.Of(server);
        var made = await admin.Conference(new { hostPin = "2468" });
        await admin.Patch($"conferences/{made.Id}", new { name = "Changed" });
        using var anna = await Caller.Join(server, made.Alias, pin: "2468");
        await admin.Post($"live/conferences/{made.Id}/lock");
        var key = await admin.Post("api-keys", new { name = "robot" });
        using var robot = Administration.WithKey(server, (string)key["key"]!);
        await robot.Post("registrations", new { alias = "desk", userName = "bob", password = "a long password" });
        using var device = await Caller.Register(server, "desk", "bob", "a long password");

        Assert.Equal("PostgreSQL", (string)(await robot.Get("health"))["storage"]!["kind"]!);
        Assert.Equal(409, (await robot.Refused(HttpMethod.Post, "conferences", new { name = "x", aliases = new[] { made.Alias } })).Status);
        Assert.Single((await robot.Get("live/conferences"))["items"]!.AsArray());
        // Whoever had to knock twice on a machine under load has left a short meeting behind.
        Assert.NotEmpty((await robot.Get($"conferences/{made.Id}/meetings"))["items"]!.AsArray());
        Assert.NotNull((await robot.Get("api-keys"))[0]!["lastUsedAt"]);
        await admin.Delete($"api-keys/{key["id"]}");
        await admin.Delete($"conferences/{made.Id}");
        await admin.Delete("registrations/desk");
        Assert.Equal(
            ["registration deleted", "conference deleted", "API key revoked", "registration created", "API key created", "live lock", "conference changed", "conference created"],
            (await admin.Get("audit"))["items"]!.AsArray().Select(line => (string)line!["what"]!));
        Assert.Single((await admin.Get("audit?search=LIVE%20lock"))["items"]!.AsArray());
        Assert.Empty((await admin.Get("audit?search=%25%25_"))["items"]!.AsArray());
        await What_listeners_keep.Is_kept_on(admin);
    }
}
