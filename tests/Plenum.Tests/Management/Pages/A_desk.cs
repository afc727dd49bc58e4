using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management.Pages;

/// <summary>An administrator's browser without its window: keeps cookies, follows redirects, and sends forms as they were drawn.</summary>
internal sealed partial class A_desk : IDisposable
{
    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer() };
    private readonly HttpClient _http;

    public A_desk(PlenumProcess server)
    {
        _http = new HttpClient(_handler) { BaseAddress = new Uri(server.Address, "/admin/"), DefaultRequestHeaders = { ExpectContinue = true } };
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public CookieCollection Cookies => _handler.CookieContainer.GetAllCookies();

    public static async Task<A_desk> SignedIn(PlenumProcess server, string name, string password)
    {
        var desk = new A_desk(server);
        var page = await desk.Send("sign-in", new() { ["name"] = name, ["password"] = password });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return desk;
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public Task<Page> Open(string path) => Read(_http.GetAsync(path));

    /// <summary>Sends a form with exactly these fields and headers.</summary>
    public Task<Page> Send(string path, Dictionary<string, string> fields, params (string Name, string Value)[] headers) => SendAll(path, fields, headers);

    /// <summary>The same where a field may be there several times.</summary>
    public Task<Page> SendAll(string path, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Read(_http.SendAsync(request));
    }

    /// <summary>Sends a form that has fields of the same name.</summary>
    public Task<Page> Post(string path, FormUrlEncodedContent form) => Read(_http.PostAsync(path, form));

    /// <summary>Sends a form from a page of this session, with its seal.</summary>
    public async Task<Page> Press(string path, Dictionary<string, string>? fields = null)
    {
        return await Send(path, new(fields ?? []) { ["seal"] = await Seal() });
    }

    /// <summary>What the forms of this session carry.</summary>
    public async Task<string> Seal() => SealField().Match((await Open("")).Text).Groups[1].Value;

    public void Dispose() => _http.Dispose();

    private static async Task<Page> Read(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer);
    }

    [GeneratedRegex("name=\"seal\" value=\"([0-9a-f]+)\"")]
    private static partial Regex SealField();
}

/// <summary>What stands on the screen, and where it was found in the end.</summary>
internal sealed partial record Page(HttpStatusCode Status, string Address, string Text, HttpResponseMessage Answer)
{
    /// <summary>What a form of this page sends without anybody writing into it: its hidden fields, the seal among them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Hidden(string action)
    {
        var form = Text[Text.IndexOf($"<form method=\"post\" action=\"{action}\"", StringComparison.Ordinal)..];
        return [.. Field().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value))];
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex Field();
}
