using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

[Collection(nameof(A_running_server))]
public sealed class Deleted_conferences(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);

    [Fact]
    public async Task Come_back_with_their_PINs()
    {
        var made = await _admin.Conference(new { hostPin = "2468" });
        await _admin.Delete($"conferences/{made.Id}");
        Assert.Contains(made.Id, (await _admin.Get("conferences/removed")).AsArray().Select(one => (string)one!["id"]!));

        await _admin.Post($"conferences/{made.Id}/restore");

        var host = await running.Join(made.Alias, "Hanna", "2468");
        (await host.Get("conference_status")).Accepted();
        Assert.DoesNotContain(made.Id, (await _admin.Get("conferences/removed")).AsArray().Select(one => (string)one!["id"]!));
    }

    [Fact]
    public async Task Stay_aside_while_another_has_their_alias()
    {
        var made = await _admin.Conference();
        await _admin.Delete($"conferences/{made.Id}");
        var other = await _admin.Post("conferences", new { name = "Other", aliases = new[] { made.Alias } });

        var refused = await _admin.Refused(HttpMethod.Post, $"conferences/{made.Id}/restore");
        await _admin.Delete($"conferences/{(string)other["id"]!}");
        await _admin.Post($"conferences/{made.Id}/restore");

        Assert.Equal(409, refused.Status);
        Assert.Contains(made.Alias, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_there_when_nobody_deleted_them() =>
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Post, $"conferences/{Guid.NewGuid()}/restore")).Status);

    public void Dispose() => _admin.Dispose();
}
