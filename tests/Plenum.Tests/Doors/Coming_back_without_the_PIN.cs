using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>A page that is loaded anew shows the pass of the stay before it instead of the PIN.</summary>
[Collection(nameof(A_running_server))]
public sealed class Coming_back_without_the_PIN(A_running_server house)
{
    [Fact]
    public async Task Whoever_was_inside_comes_back_as_what_they_were()
    {
        var alias = house.Take(Furniture.BothPins);
        var host = await house.Join(alias, "Hanna", Furniture.HostPin);
        var guest = await house.Join(alias, "Gus", Furniture.GuestPin);
        var pass = (await host.Refresh()).Accepted().GetProperty("plenum").GetProperty("pass").GetString()!;
        await host.Post("release_token");

        Assert.Equal("HOST", (await Return(alias, pass)).Accepted().GetProperty("role").GetString());
        Assert.Equal("GUEST", (await Return(alias, PassOf(guest))).Accepted().GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_pass_opens_no_other_conference_and_no_forged_one_any()
    {
        var alias = house.Take(Furniture.Hosted);
        var host = await house.Join(alias, "Hanna", Furniture.HostPin);

        Assert.Equal("required", (await Return(house.Take(Furniture.Hosted), PassOf(host))).Result.GetProperty("pin").GetString());
        Assert.Equal("required", (await Return(alias, PassOf(host)[..^4] + "AAAA")).Result.GetProperty("pin").GetString());
        Assert.Equal("required", (await Return(alias, host.Token!)).Result.GetProperty("pin").GetString());
    }

    [Fact]
    public async Task Whoever_was_sent_away_does_not_come_back_by_it()
    {
        var alias = house.Take(Furniture.Hosted);
        var host = await house.Join(alias, "Hanna", Furniture.HostPin);
        var guest = await house.Join(alias, "Gus", "none");
        (await host.Post(guest, "role", new { role = "chair" })).Accepted();
        var pass = (await guest.Refresh()).Accepted().GetProperty("plenum").GetProperty("pass").GetString()!;
        (await host.Post(guest, "disconnect")).Accepted();

        // Other clients hear what they always did; ours reads why, and shows that.
        var departed = "\"plenum\":{\"departed\":\"Disconnected by another participant\"}";
        foreach (var answer in (Answer[])[await Return(alias, pass), await guest.Refresh(), await guest.Get("conference_status")])
        {
            Assert.Equal("Invalid token", answer.Refused());
            Assert.Contains(departed, answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, (await guest.Refresh()).Status);
    }

    [Fact]
    public async Task Whoever_left_by_themselves_was_not_sent_away()
    {
        var alias = house.Take(Furniture.Hosted);
        var host = await house.Join(alias, "Hanna", Furniture.HostPin);
        (await host.Post("release_token")).Accepted();

        var answer = await host.Refresh();

        Assert.Equal("Invalid token", answer.Refused());
        Assert.DoesNotContain("departed", answer.Text, StringComparison.Ordinal);
    }

    private static string PassOf(Visitor visitor) => visitor.Welcome.GetProperty("plenum").GetProperty("pass").GetString()!;

    private Task<Answer> Return(string alias, string pass) => Visitor.Knock(house.Http, alias, new { display_name = "Hanna", pass });
}
