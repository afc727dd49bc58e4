using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

[Collection(nameof(A_running_server))]
public sealed class The_audit_as_a_file(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);

    [Fact]
    public async Task Has_a_line_for_each_change_and_no_formula()
    {
        var mark = Guid.NewGuid().ToString("N");
        await _admin.Post("api-keys", new { name = $"=HYPERLINK(\"{mark}\")" });

        using var answer = await _admin.Send(HttpMethod.Get, $"audit/export?search={mark}");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("seq,at,who,what,on,detail", lines[0]);
        Assert.EndsWith($"\"'=HYPERLINK(\"\"{mark}\"\"); owner\"", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_narrowed_as_the_page_is_by_who_what_and_when()
    {
        var name = $"{Guid.NewGuid():N}";
        var key = (string)(await _admin.Post("api-keys", new { name, rank = "owner" }))["key"]!;
        using var robot = Administration.WithKey(running.Server, key);
        await robot.Post("accounts", new { name, rank = "viewer" });
        await robot.Delete($"accounts/{name}");
        var today = $"{DateTimeOffset.UtcNow:yyyy-MM-dd}";
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);

        Assert.Equal(["account closed", "account opened", "API key created"], await What($"search={name}&from={today}&until={today}"));
        Assert.Equal(["account closed"], await What($"search={name}&what=Account%20CLOSED"));
        Assert.Equal(["API key created"], await What($"search={name}&who=admin"));
        Assert.Empty(await What($"search={name}&until=2020-01-01"));
        Assert.Empty(await What($"search={name}&from=2999-01-01"));
        Assert.Equal("until", (await _admin.Refused(HttpMethod.Get, "audit?until=soon")).Member);
        Assert.Equal(422, (await _admin.Refused(HttpMethod.Get, "audit/export?from=31.12.2026")).Status);

        var page = await desk.Open($"audit?search={name}&what=account%20opened");
        Assert.Contains($"<td class=\"admin-id\">{name}</td>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<td>account opened</td>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>account closed</td>", page.Text, StringComparison.Ordinal);
        Assert.Contains($"audit.csv?search={name}&what=account%20opened", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.Open($"audit.csv?search={name}&what=account%20opened")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("from is a day such as", (await desk.Open("audit.csv?from=31.12.2026")).Text, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> What(string query) => (await _admin.Get($"audit?{query}"))["items"]!.AsArray().Select(line => (string)line!["what"]!);

    public void Dispose() => _admin.Dispose();
}
