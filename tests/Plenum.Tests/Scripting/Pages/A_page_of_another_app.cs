using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Management;
using Plenum.Tests.Plugins;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting.Pages;

/// <summary>The page of the documentation, from another origin than the server's, with a token that its back end got.</summary>
[Collection(nameof(A_browser))]
public sealed class A_page_of_another_app(A_browser browser) : In_a_browser(browser)
{
    private const string Script = "return sys.ui.sendMessage(Object.assign({target: 'users', targetUsers: ['ada-of-orders']}, MESSAGE))";

    [Fact]
    public async Task Runs_the_plugins_of_its_user_and_talks_to_scripts()
    {
        using var admin = Administration.Of(House.Server);
        await admin.Ask(HttpMethod.Put, "ui-plugins/phone", """{"package": "phone", "settings": {"sound": false}}""");
        await admin.Ask(HttpMethod.Put, "ui-plugins/orders", """{"script": "// The page takes its messages itself.", "events": ["ordered"]}""");
        await admin.Ask(HttpMethod.Put, "ui-plugins/desk", """{"script": "window.desk = true", "groups": ["support"]}""");
        await admin.Ask(HttpMethod.Put, "ui-plugins/board", """{"script": "window.board = true", "groups": ["directors"]}""");
        var person = await Somebody();
        using var app = new HttpListener();
        app.Prefixes.Add($"http://127.0.0.1:{FreePort.Take()}/");
        app.Start();
        _ = Serve(app);
        await person.Page.GotoAsync(app.Prefixes.Single());
        await person.Sees("Connected");

        await Send(admin, "{scope: 'plugin:orders', name: 'order', text: 'two tables', callbacks: {done(m, d) { log(m.text, d.by, sys.context.getCurrentUserRecord().label()) }}}");
        await person.Presses("Done");
        await Until.Holds(async () => Assert.Equal(["two tables page Ada of Orders"], await Log(admin, "orders.order.done")));

        await Send(admin, "{scope: 'uiService:phone', name: 'incomingCall', callId: 'p1', caller: 'Bob', callbacks: {answered(m, d) { log('answered', d.callId) }}}");
        await person.Page.GetByRole(AriaRole.Alertdialog, new() { Name = "Incoming call: Bob" }).GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Until.Holds(async () => Assert.Equal(["answered p1"], await Log(admin, "phone.incomingCall.answered")));

        await Send(admin, "{name: 'showMessage', title: 'Saved', message: 'Order <b>1234</b>'}");
        await Assertions.Expect(person.Page.Locator("plenum-notes b", new() { HasText = "1234" })).ToBeVisibleAsync();
        Assert.True(await person.Page.EvaluateAsync<bool>("() => window.desk === true && !('board' in window)"));

        // A stream that is cut is opened again, and what came meanwhile is not lost.
        person.Complaints.MayHear("ERR_INTERNET_DISCONNECTED");
        await person.LosesTheNetwork();
        await Send(admin, "{scope: 'plugin:orders', name: 'order', text: 'while away'}");
        await person.FindsTheNetwork();
        await Assertions.Expect(person.Page.Locator("li", new() { HasText = "while away" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Tokens_are_for_back_ends_with_a_key_and_hold_for_a_while()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Mint("""{"user": "ada"}""", signedIn: false)).Status);
        foreach (var (body, member) in new[]
        {
            ("{}", "user"), ("""{"user": " "}""", "user"), ("""{"user": "3f2504e0-4f89-11d3-9a0c-0305e82c3301"}""", "user"), ("""{"user": "ada", "seconds": 5}""", "seconds"),
            ("""{"user": "ada", "groups": [""]}""", "groups"), ("""{"user": "ada", "rank": "owner"}""", "rank"),
        })
        {
            var (status, told) = await Mint(body);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, member), (status, (string?)told["member"]));
        }

        var token = (string)(await Mint("""{"user": "ada", "name": "Ada", "groups": ["support"], "seconds": 60}""")).Told["token"]!;
        Assert.Equal(HttpStatusCode.OK, await Announce(token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Announce(token[..^2]));
        Assert.Equal(HttpStatusCode.Unauthorized, await Announce("nothing"));
    }

    private async Task<HttpStatusCode> Announce(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/app/v1/tabs") { Content = new StringContent($$"""{"tab": "{{Guid.NewGuid():N}}"}""", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await House.Http.SendAsync(request);
        Assert.Equal("*", string.Join("", answer.Headers.GetValues("Access-Control-Allow-Origin")));
        return answer.StatusCode;
    }

    private async Task<(HttpStatusCode Status, JsonNode Told)> Mint(string body, bool signedIn = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/app/v1/tokens") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signedIn) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{House.Server.AdminPassword}")));
        using var answer = await House.Http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>The other app's back end: its page, and the token for whoever looks at it.</summary>
    private async Task Serve(HttpListener app)
    {
        var example = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "ui-plugins", "example.html")))
            .Replace("https://meet.example.org", House.Server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        while (app.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await app.GetContextAsync();
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            asked.Response.ContentType = asked.Request.RawUrl == "/" ? "text/html" : "text/plain";
            var text = asked.Request.RawUrl switch
            {
                "/" => example,
                "/plenum-token" => (string)(await Mint("""{"user": "ada-of-orders", "name": "Ada of Orders", "groups": ["support"]}""")).Told["token"]!,
                _ => "",
            };
            await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
            asked.Response.Close();
        }
    }

    private static async Task Send(Administration admin, string message)
    {
        await admin.Ask(HttpMethod.Put, "listeners/toPages", new JsonObject { ["type"] = "manual", ["script"] = Script.Replace("MESSAGE", message, StringComparison.Ordinal) }.ToJsonString());
        Assert.Equal("returned", (string)(await admin.Post("listeners/toPages/runs", "{}"))["outcome"]!);
    }

    private static async Task<IReadOnlyList<string>> Log(Administration admin, string listener) =>
        [.. (await admin.Get($"logs?listener={listener}"))["items"]!.AsArray().Select(line => (string)line!["text"]!).Reverse()];
}
