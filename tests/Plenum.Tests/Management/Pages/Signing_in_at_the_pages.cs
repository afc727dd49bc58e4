using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management.Pages;

[Collection(nameof(A_running_server))]
public sealed class Signing_in_at_the_pages(A_running_server running)
{
    [Fact]
    public async Task Comes_first_and_then_leads_to_what_was_asked_for()
    {
        using var desk = new A_desk(running.Server);

        var asked = await desk.Open("audit?search=nothing");
        var after = await desk.Send("sign-in", new() { ["name"] = "admin", ["password"] = running.Server.AdminPassword, ["to"] = "/admin/audit?search=nothing" });

        Assert.Equal("/admin/sign-in?to=%2Fadmin%2Faudit%3Fsearch%3Dnothing", asked.Address);
        Assert.Equal((HttpStatusCode.OK, "/admin/audit?search=nothing"), (after.Status, after.Address));
        Assert.Contains("Nothing was changed that fits this", after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/admin/")]
    [InlineData("/admin/\\elsewhere.example")]
    public async Task Leads_nowhere_else(string to)
    {
        using var desk = new A_desk(running.Server);

        var after = await desk.Send("sign-in", new() { ["name"] = "admin", ["password"] = running.Server.AdminPassword, ["to"] = to });

        Assert.Equal("/admin/", after.Address);
    }

    [Fact]
    public async Task Leaves_a_cookie_that_scripts_and_other_addresses_do_not_see()
    {
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);

        var cookie = Assert.Single(desk.Cookies);

        Assert.True(cookie.HttpOnly);
        Assert.Equal("/admin", cookie.Path);
        Assert.DoesNotContain(cookie.Value, running.Server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_in_the_same_words_for_a_wrong_name_and_a_wrong_password()
    {
        await using var server = await PlenumProcess.Start();
        using var desk = new A_desk(server);

        var name = await desk.Send("sign-in", new() { ["name"] = "nobody", ["password"] = "wrong" });
        var password = await desk.Send("sign-in", new() { ["name"] = "admin", ["password"] = "wrong" });
        Page last = password;
        for (var guess = 0; guess < 10 && last.Status != HttpStatusCode.TooManyRequests; guess++) last = await desk.Send("sign-in", new() { ["name"] = "admin", ["password"] = "wrong" });

        Assert.Equal(HttpStatusCode.Forbidden, name.Status);
        Assert.Contains("Name or password is wrong", name.Text, StringComparison.Ordinal);
        Assert.Contains("Name or password is wrong", password.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.Contains("Too many failed sign-ins. Wait", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_over_after_signing_out_even_for_whoever_kept_the_cookie()
    {
        using var desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);
        var secret = desk.Cookies.Single().Value;

        var out_ = await desk.Press("sign-out");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = running.Server.Address };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        http.DefaultRequestHeaders.Add("Cookie", $"plenum_admin={secret}");
        using var again = await http.GetAsync("/admin/");

        Assert.Equal("/admin/sign-in", out_.Address);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task Is_asked_of_programs_as_Basic_and_works_unasked()
    {
        using var http = new HttpClient { BaseAddress = running.Server.Address };
        using var unknown = await http.GetAsync("/admin/");
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"admin:{running.Server.AdminPassword}")));
        using var known = await http.GetAsync("/admin/");

        Assert.Equal((HttpStatusCode.Unauthorized, "Basic realm=\"Plenum\""), (unknown.StatusCode, $"{unknown.Headers.WwwAuthenticate}"));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }
}
