using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Dapper;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

[Collection(nameof(A_running_server))]
public sealed class How_long_things_are_kept(A_running_server running)
{
    private readonly PlenumProcess _server = running.Server;

    [Fact]
    public async Task Is_told_with_where_it_comes_from_and_can_be_chosen_and_given_back()
    {
        using var admin = Administration.Of(_server);
        var chosen = Part(await admin.Patch("retention", new { timelineDays = 40 }), "timelineDays");
        var back = Part(await admin.Patch("retention", """{"timelineDays": null}"""), "timelineDays");
        var audit = (await admin.Get("audit?search=timelinedays"))["items"]!.AsArray();

        Assert.Equal((40, "choice", 30, "admin"), ((double)chosen["amount"]!, (string)chosen["from"]!, (double)chosen["configured"]!, (string)chosen["chosenBy"]!));
        Assert.Equal((30, "default"), ((double)back["amount"]!, (string)back["from"]!));
        Assert.Contains(audit, line => (string)line!["detail"]! == "timelineDays 30 to 40");
    }

    [Theory]
    [InlineData("""{"chatHours": 0}""", "chatHours")]
    [InlineData("""{"chatHours": -1}""", "chatHours")]
    [InlineData("""{"chatHours": "24"}""", "chatHours")]
    [InlineData("""{"chatHours": 1e9}""", "chatHours")]
    [InlineData("""{"chatHours": 1000, "timelineDays": 1}""", "chatHours")]
    [InlineData("""{"auditDays": 1}""", "auditDays")]
    [InlineData("""{"pluginFaultDays": 99999}""", "pluginFaultDays")]
    [InlineData("""{"secrets": 1}""", "secrets")]
    [InlineData("{}", null)]
    public async Task Is_refused_as_nobody_could_mean_it(string body, string? member)
    {
        using var admin = Administration.Of(_server);
        var refused = await admin.Refused(HttpMethod.Patch, "retention", body);
        Assert.Equal((422, member), (refused.Status, refused.Member));
    }

    [Fact]
    public async Task Is_for_owners_alone()
    {
        using var admin = Administration.Of(_server);
        var key = await admin.Post("api-keys", new { name = "an editor", rank = "editor" });
        using var editor = Administration.WithKey(_server, (string)key["key"]!);
        Assert.Equal(403, (await editor.Refused(HttpMethod.Get, "retention")).Status);
        Assert.Equal(403, (await editor.Refused(HttpMethod.Patch, "retention", new { chatHours = 1 })).Status);
    }

    [Fact]
    public async Task Holds_at_once_when_somebody_changes_it_at_the_page()
    {
        await WriteOldAudit();
        using var admin = Administration.Of(_server);
        Assert.NotEmpty(await Old(admin));
        using var desk = await A_desk.SignedIn(_server, "admin", _server.AdminPassword);

        var after = await desk.Press("retention", new() { ["auditDays"] = "31", ["chatHours"] = "", ["timelineDays"] = "", ["pluginFaultDays"] = "", ["scriptLogDays"] = "" });
        var wrong = await desk.Press("retention", new() { ["auditDays"] = "soon" });

        Assert.Contains("Chosen by admin", after.Text, StringComparison.Ordinal);
        Assert.Contains("This must be a number", wrong.Text, StringComparison.Ordinal);
        using var patience = new CancellationTokenSource(Visitor.Patience);
        while ((await Old(admin)).Count > 0) await Task.Delay(20, patience.Token);
    }

    private static async Task<JsonArray> Old(Administration admin) => (await admin.Get("audit?search=a%20deed%20of%20old"))["items"]!.AsArray();

    /// <summary>A line of the audit that is 40 days old, as the server would have written it then.</summary>
    private async Task WriteOldAudit()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_server.DataFolder, "plenum.db")}");
        await connection.ExecuteAsync(
            "INSERT INTO audit (at, who, what, target, detail) VALUES (@At, 'somebody', 'a deed of old', '', '')",
            new { At = DateTimeOffset.UtcNow.AddDays(-40).ToUnixTimeMilliseconds() });
    }

    private static JsonNode Part(JsonNode parts, string name) => parts.AsArray().Single(part => (string)part!["name"]! == name)!;
}
