using System.Net;
using System.Text.RegularExpressions;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts;

public sealed partial class The_password_of_admin
{
    [Fact]
    public async Task Is_made_and_printed_at_the_first_start_and_never_again()
    {
        await using var server = await PlenumProcess.StartWith(new Dictionary<string, string> { ["PLENUM_ADMIN_PASSWORD"] = "" });
        var password = await Printed(server);
        using var admin = Administration.With(server, "admin", password);
        await admin.Get("health");

        await server.Restart();
        await admin.Get("health");

        Assert.True(password.Length >= 20);
        Assert.Single(Sentence().Matches(server.Output));
        Assert.Single(Regex.Matches(server.Output, Regex.Escape(password)));
    }

    [Fact]
    public async Task Is_replaced_by_the_configured_one()
    {
        await using var server = await PlenumProcess.Start();
        using var admin = Administration.Of(server);

        await admin.Get("health");

        Assert.DoesNotContain("Sign in as admin", server.Output);
        Assert.DoesNotContain(server.AdminPassword, server.Output);
    }

    [Fact]
    public async Task Cannot_be_guessed_quickly()
    {
        await using var server = await PlenumProcess.Start();
        using var guesser = Administration.With(server, "admin", "123456");
        using var admin = Administration.Of(server);
        await admin.Get("health");
        var refusals = new List<Refusal>();
        for (var guess = 0; guess < 12; guess++) refusals.Add(await guesser.Refused(HttpMethod.Get, "health"));

        Assert.Equal(401, refusals[0].Status);
        Assert.Equal(429, refusals[^1].Status);
        Assert.True(refusals[^1].RetryAfter > TimeSpan.Zero);
        Assert.InRange(refusals.Count(refused => refused.Status == 401), 5, 7);
        using var desk = new Management.Pages.A_desk(server);
        var page = await desk.Send("sign-in", new() { ["name"] = "admin", ["password"] = "1234567" });
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("Too many failed sign-ins. Wait", page.Text, StringComparison.Ordinal);
        // Whoever guesses right in between is not told so.
        using var answer = await admin.Send(HttpMethod.Get, "health");
        Assert.True((int)answer.StatusCode is 429 or 200);
    }

    private static async Task<string> Printed(PlenumProcess server)
    {
        for (var waited = 0; waited < 500 && !Sentence().IsMatch(server.Output); waited++) await Task.Delay(20);
        return Sentence().Match(server.Output).Groups[1].Value;
    }

    [GeneratedRegex(@"Sign in as admin with the password (\S+)")]
    private static partial Regex Sentence();
}
