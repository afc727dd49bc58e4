using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management.Pages;

/// <summary>What changes something must come from a form that this server drew for this very session.</summary>
[Collection(nameof(A_running_server))]
public sealed class Forms_from_elsewhere(A_running_server running)
{
    private static readonly Dictionary<string, string> Wanted = new() { ["name"] = "somebody", ["rank"] = "Owner" };

    [Fact]
    public async Task Change_nothing_without_a_seal()
    {
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);

        var answer = await desk.Send("accounts", Wanted);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("This form is out of date", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_nothing_with_the_seal_of_another_session()
    {
        using var mine = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);
        using var other = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);

        var answer = await mine.Send("accounts", new(Wanted) { ["seal"] = await other.Seal() });

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task Change_nothing_when_another_site_sends_them(string header, string value)
    {
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);

        var answer = await desk.Send("sign-in", new() { ["name"] = "admin", ["password"] = running.Server.AdminPassword }, (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("Not from another site", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_be_drawn_in_a_frame()
    {
        using var desk = new A_desk(running.Server);

        using var answer = (await desk.Open("sign-in")).Answer;

        Assert.Contains("frame-ancestors 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("no-store", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
    }
}
