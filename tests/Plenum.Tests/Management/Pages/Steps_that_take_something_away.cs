using Plenum.Tests.Running;

namespace Plenum.Tests.Management.Pages;

/// <summary>Where a browser has no scripts that ask, a page does, and the very same form is sent again.</summary>
[Collection(nameof(A_running_server))]
public sealed class Steps_that_take_something_away(A_running_server running)
{
    [Fact]
    public async Task Are_done_once_somebody_said_yes()
    {
        using var admin = Administration.Of(running.Server);
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);
        await admin.Post("accounts", new { name = "short.lived", rank = "viewer" });

        var asked = await desk.SendAll("accounts/short.lived/close", (await desk.Open("accounts")).Hidden("/admin/accounts/short.lived/close"));

        Assert.Contains("Close the account short.lived?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/admin/accounts\">Cancel", asked.Text, StringComparison.Ordinal);
        Assert.Contains((await admin.Get("accounts")).AsArray(), account => (string)account!["name"]! == "short.lived");
        await desk.SendAll("accounts/short.lived/close", asked.Hidden("/admin/accounts/short.lived/close"));
        Assert.DoesNotContain((await admin.Get("accounts")).AsArray(), account => (string)account!["name"]! == "short.lived");
    }

    [Fact]
    public async Task Lead_back_to_the_meeting_that_they_would_end()
    {
        using var admin = Administration.Of(running.Server);
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);
        var made = await admin.Conference();
        using var anna = await Caller.Join(running.Server, made.Alias, "Anna");
        var (page, end) = ($"/admin/live/{made.Id}", $"/admin/live/{made.Id}/disconnect");

        var asked = await desk.SendAll(end, (await desk.Open(page)).Hidden(end));

        Assert.Contains("End the meeting for all 1 people?", asked.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{page}\">Cancel", asked.Text, StringComparison.Ordinal);
        Assert.Single(await anna.Roster());
        Assert.Contains("Nobody is in it now.", (await desk.SendAll(end, asked.Hidden(end))).Text, StringComparison.Ordinal);
    }
}
