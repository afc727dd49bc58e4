using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

[Collection(nameof(A_running_server))]
public sealed class Running_listeners(A_running_server running) : IDisposable
{
    private const string Secret = "between the two of us";
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _name = $"hook{Guid.NewGuid():N}";

    [Fact]
    public async Task By_hand_with_an_event_and_a_record()
    {
        await Listen("manual", """
            sys.logs.debug("about " + record.id());
            sys.logs.warn(event.data.text);
            return [record.label(), record.field('address.city').val(), record.field('nothing.there').val(), sys.context.getCurrentUserId(), record.field('x').isEmpty()]
            """);
        var run = await _admin.Post($"listeners/{_name}/runs", """{"event": {"data": {"text": "by hand"}}, "record": {"id": "ABC", "name": "A company", "address": {"city": "Montevideo"}}}""");
        Assert.Equal("""["A company","Montevideo",null,"admin",true]""", run["value"]!.ToJsonString());
        Assert.Equal(("returned", "manual", ""), ((string)run["outcome"]!, (string)run["cause"]!, (string)run["message"]!));
        Assert.Equal(["warn by hand", "debug about ABC"], await Log($"run={run["id"]}"));
        Assert.Equal(["warn by hand"], await Log($"run={run["id"]}&level=warn"));
        Assert.Equal(["debug about ABC"], await Log($"run={run["id"]}&text=ABOUT%20abc"));
        Assert.Equal(2, (await Log($"run={run["id"]}&level=debug,warn")).Count);
        Assert.Empty(await Log($"run={run["id"]}&text=%25"));
        Assert.Equal("returned", (string)(await _admin.Get($"runs/{run["id"]}"))["outcome"]!);
        Assert.Equal($"{run["id"]}", $"{Assert.Single((await _admin.Get($"runs?listener={_name}")).AsArray())!["id"]}");
    }

    [Fact]
    public async Task Says_where_and_why_one_failed()
    {
        await Listen("manual", "\n\nfoo.bar()");
        var run = await _admin.Post($"listeners/{_name}/runs", "{}");
        Assert.Equal(("threw", "ReferenceError: Can't find variable: foo", 3), ((string)run["outcome"]!, (string)run["message"]!, (int)run["line"]!));
        Assert.StartsWith("error ReferenceError: Can't find variable: foo (line 3)", Assert.Single(await Log($"run={run["id"]}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("let deep = []; for (let i = 0; i < 40; i++) deep = [deep]; return deep", "nested")]
    [InlineData("return 'x'.repeat(70000)", "more than 65536 characters")]
    public async Task Refuses_values_that_are_too_large(string script, string why)
    {
        await Listen("manual", script);
        Assert.Contains(why, (string)(await _admin.Post($"listeners/{_name}/runs", "{}"))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_with_a_secret_hears_only_signed_requests()
    {
        await Listen("webhook", "sys.logs.info(event.method, event.body.from, event.query.a, event.headers['x-more'], typeof event.headers.authorization); return {known: event.body.from === '+41'}", Secret);
        const string Body = """{"from": "+41"}""";
        using var signed = await Call(Body, $"sha256={Signature(Body, Secret)}", path: "?a=b");
        Assert.Equal(("""{"known":true}""", HttpStatusCode.OK), (await signed.Content.ReadAsStringAsync(), signed.StatusCode));
        Assert.Equal("application/json", signed.Content.Headers.ContentType?.MediaType);
        using var usual = await Call(Body, $"sha256={Signature(Body, Secret).ToUpperInvariant()}", "X-Hub-Signature-256");
        Assert.Equal(HttpStatusCode.OK, usual.StatusCode);
        foreach (var wrong in new[] { "", "sha256=", Signature(Body, Secret), $"sha256={Signature(Body, "another secret")}", $"sha256={Signature(Body + " ", Secret)}", "sha1=00" })
            using (var refused = await Call(Body, wrong)) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using (var key = await Call(Body, basic: true)) Assert.Equal(HttpStatusCode.Unauthorized, key.StatusCode);
        Assert.Equal(["info POST +41 undefined more undefined", "info POST +41 b more undefined"], await Log($"listener={_name}"));
    }

    [Fact]
    public async Task A_webhook_without_a_secret_hears_only_who_may_change_something()
    {
        await Listen("webhook", "return [event.body, event.type]");
        using (var nobody = await Call("hello")) Assert.Equal((HttpStatusCode.Unauthorized, "Basic"), (nobody.StatusCode, nobody.Headers.WwwAuthenticate.Single().Scheme));
        using (var password = await Call("hello", basic: true)) Assert.Equal("""["hello","WEBHOOK"]""", await password.Content.ReadAsStringAsync());
        using (var json = await Call("""{"a": [1]}""", basic: true)) Assert.Equal("""[{"a":[1]},"WEBHOOK"]""", await json.Content.ReadAsStringAsync());
        using (var form = await Call("From=%2B41&To=b", basic: true, type: "application/x-www-form-urlencoded")) Assert.Equal("""[{"From":"+41","To":"b"},"WEBHOOK"]""", await form.Content.ReadAsStringAsync());
        using (var empty = await Call("", basic: true)) Assert.Equal("""[null,"WEBHOOK"]""", await empty.Content.ReadAsStringAsync());
        using (var broken = await Call("{", basic: true, type: "application/json")) Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        var (viewer, editor) = ((string)(await _admin.Post("api-keys", new { name = $"{_name} looks", rank = "viewer" }))["key"]!, (string)(await _admin.Post("api-keys", new { name = $"{_name} works", rank = "editor" }))["key"]!);
        using (var low = await Call("hello", key: viewer)) Assert.Equal(HttpStatusCode.Forbidden, low.StatusCode);
        using (var enough = await Call("hello", key: editor)) Assert.Equal(HttpStatusCode.OK, enough.StatusCode);
        using (var elsewhere = await Call("hello", basic: true, site: "cross-site")) Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("return {status: 201, headers: {'Content-Type': 'text/xml', 'X-Ours': 'y', 'Set-Cookie': 'a=b', 'Location': 'https://evil.example/'}, body: '<Response/>'}", 201, "<Response/>", "text/xml")]
    [InlineData("return {status: 202, body: {a: 1}}", 202, """{"a":1}""", "application/json")]
    [InlineData("return", 204, "", null)]
    [InlineData("return {status: 'ready'}", 200, """{"status":"ready"}""", "application/json")]
    [InlineData("return {status: 99}", 200, """{"status":99}""", "application/json")]
    public async Task A_webhook_may_answer_in_its_own_words(string script, int status, string body, string? type)
    {
        await Listen("webhook", script);
        using var answer = await Call("", basic: true);
        Assert.Equal((status, body, type), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType));
        Assert.False(answer.Headers.Contains("Set-Cookie") || answer.Headers.Contains("Location"));
    }

    [Fact]
    public async Task Why_a_webhook_failed_is_for_its_author_and_not_for_the_caller()
    {
        await Listen("webhook", "throw new Error('the password is 1234')");
        using var failed = await Call("", basic: true);
        var text = await failed.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.DoesNotContain("1234", text, StringComparison.Ordinal);
        var run = Assert.Single((await _admin.Get($"runs?listener={_name}")).AsArray())!;
        Assert.Contains((string)run["id"]!, text, StringComparison.Ordinal);
        Assert.Equal("Error: the password is 1234", (string)run["message"]!);
    }

    [Fact]
    public async Task In_the_background_the_caller_is_answered_first()
    {
        await Listen("webhook", "sys.logs.info('late'); return 1", background: true);
        using var answer = await Call("", basic: true);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while ((await Log($"listener={_name}")).Count == 0)
        {
            Assert.True(patience.Elapsed < Visitor.Patience, "It never ran");
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task What_is_switched_off_or_no_webhook_has_no_address()
    {
        await Listen("manual", "return 1");
        using (var manual = await Call("", basic: true)) Assert.Equal(HttpStatusCode.NotFound, manual.StatusCode);
        await _admin.Ask(HttpMethod.Put, $"listeners/{_name}", """{"type": "webhook", "script": "return 1", "enabled": false}""");
        using (var off = await Call("", basic: true)) Assert.Equal(HttpStatusCode.NotFound, off.StatusCode);
        using (var other = await running.Http.GetAsync($"/hooks/{_name}")) Assert.Equal(HttpStatusCode.MethodNotAllowed, other.StatusCode);
    }

    [Fact]
    public async Task Questions_to_the_log_that_make_no_sense_are_refused()
    {
        foreach (var (query, member) in new[] { ("level=loud", "level"), ("run=5", "run"), ("take=0", "take"), ("take=100000", "take") })
            Assert.Equal((422, member), await _admin.Refused(HttpMethod.Get, $"logs?{query}") is var refused ? (refused.Status, refused.Member!) : default);
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Get, $"runs/{Guid.NewGuid()}")).Status);
    }

    public void Dispose() => _admin.Dispose();

    private Task Listen(string type, string script, string? secret = null, bool background = false)
    {
        var wish = new JsonObject { ["type"] = type, ["script"] = script, ["background"] = background };
        if (secret is not null) wish["secret"] = secret;
        return _admin.Ask(HttpMethod.Put, $"listeners/{_name}", wish.ToJsonString());
    }

    /// <summary>Level and text of lines, the newest first.</summary>
    private async Task<IReadOnlyList<string>> Log(string query) => [.. (await _admin.Get($"logs?{query}"))["items"]!.AsArray().Select(line => $"{line!["level"]} {line["text"]}")];

    private static string Signature(string body, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private Task<HttpResponseMessage> Call(string body, string? signature = null, string header = "X-Plenum-Signature", string path = "", bool basic = false, string? key = null, string? site = null, string type = "text/plain")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/{_name}{path}") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-More", "more");
        if (signature is not null) request.Headers.TryAddWithoutValidation(header, signature);
        if (basic) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{running.Server.AdminPassword}")));
        if (key is not null) request.Headers.Add("X-API-Key", key);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return running.Http.SendAsync(request);
    }
}
