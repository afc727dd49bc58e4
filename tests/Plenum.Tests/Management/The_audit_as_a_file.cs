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

    public void Dispose() => _admin.Dispose();
}
