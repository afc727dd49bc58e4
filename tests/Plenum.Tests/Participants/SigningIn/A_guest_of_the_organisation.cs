using System.Text.Json;
using System.Text.RegularExpressions;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants.SigningIn;

/// <summary>Somebody with a browser of their own who wants to join, without its window: asks at the entrance and goes the way to the provider.</summary>
internal sealed partial class A_guest_of_the_organisation : IDisposable
{
    private readonly PlenumProcess _server;

    public A_guest_of_the_organisation(PlenumProcess server)
    {
        (_server, Http, Browser) = (server, new HttpClient { BaseAddress = server.Address }, new A_desk(server));
        // Their browser comes to the server directly; the proxy is another way in.
        Target = $"{server.Address}webapp2/conference/somewhere#sso_token=__pexip-sso-token__&sso_name=__plenum-sso-name__";
    }

    public HttpClient Http { get; }

    public A_desk Browser { get; }

    public string Target { get; set; }

    public Task<Answer> Knocks(string alias, object body, params string[] pins) => Visitor.Knock(Http, alias, body, pins);

    /// <summary>The address that leads to the provider.</summary>
    public async Task<string> IsLed(string alias)
    {
        var chosen = (await Knocks(alias, new { display_name = "Typed" })).Result.GetProperty("idp")[0].GetProperty("uuid").GetString();
        return (await Knocks(alias, new { display_name = "Typed", chosen_idp = chosen, sso_redirect_target = Target })).Result.GetProperty("redirect_url").GetString()!;
    }

    /// <summary>Goes to the provider and comes back with a token.</summary>
    public async Task<string> SignsIn(string alias) => TokenIn(await Browser.Open(await IsLed(alias)));

    public static string TokenIn(Page page)
    {
        var found = Token().Match(page.Answer.RequestMessage!.RequestUri!.Fragment);
        Assert.True(found.Success, $"{page.Status} {page.Address} {page.Text}");
        return found.Groups[1].Value;
    }

    public Task<Answer> JoinsWith(string alias, string token, params string[] pins) => Knocks(alias, new { display_name = "Typed", sso_token = token }, pins);

    public async Task<Visitor> Joins(string alias) => Visitor.From(Http, alias, await JoinsWith(alias, await SignsIn(alias)));

    public void Dispose()
    {
        Http.Dispose();
        Browser.Dispose();
    }

    public static JsonElement Provider(Answer answer) => Assert.Single(answer.Result.GetProperty("idp").EnumerateArray().ToList());

    [GeneratedRegex("sso_token=([^&]+)")]
    private static partial Regex Token();
}
