using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Plenum.Tests.Running;

/// <summary>Somebody in a conference, seen from outside: a token, and what one can ask with it.</summary>
public sealed class Visitor(HttpClient http, string alias, string? token, string id)
{
    public const string Root = "/api/client/v2/conferences";
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Alias => alias;

    /// <summary>Refreshing replaces it; null for somebody who has none.</summary>
    public string? Token { get; private set; } = token;

    public string Id => id;

    /// <summary>What the entrance said.</summary>
    public JsonElement Welcome { get; private init; }

    public static async Task<Visitor> Join(HttpClient http, string alias, string name, string? pin = null)
    {
        var deadline = Stopwatch.StartNew();
        Answer answer;
        do answer = await Knock(http, alias, new { display_name = name }, pin is null ? [] : [pin]);
        // A machine under load may take a second for a write, and the server then says so; clients knock again.
        while (answer.Status is HttpStatusCode.ServiceUnavailable && deadline.Elapsed < Patience);
        Assert.True(answer.Status is HttpStatusCode.OK, $"{name} did not get into {alias}: {answer.Text}");
        return From(http, alias, answer);
    }

    /// <summary>Comes in with a one-use ticket, as a client does that was sent somewhere by <c>refer</c>.</summary>
    public static async Task<Visitor> Follow(HttpClient http, string alias, string ticket)
    {
        var answer = await Knock(http, alias, new { display_name = "Follower", token = ticket });
        Assert.True(answer.Status is HttpStatusCode.OK, answer.Text);
        return From(http, alias, answer);
    }

    /// <summary>Whoever was let in with this answer.</summary>
    public static Visitor From(HttpClient http, string alias, Answer answer) => new(
        http, alias, answer.Result.GetProperty("token").GetString()!, answer.Result.GetProperty("participant_uuid").GetString()!)
    {
        Welcome = answer.Result,
    };

    /// <summary>Asks for a token and takes whatever is answered.</summary>
    public static Task<Answer> Knock(HttpClient http, string alias, object body, params string[] pins) =>
        Answer.To(http, Request(HttpMethod.Post, $"{Root}/{alias}/request_token", null, body, pins));

    public Task<Answer> Post(string path, object? body = null) => Ask(HttpMethod.Post, path, body);

    public Task<Answer> Get(string path) => Ask(HttpMethod.Get, path, null);

    /// <summary>About another participant, or about oneself.</summary>
    public Task<Answer> Post(Visitor about, string verb, object? body = null) => Post($"participants/{about.Id}/{verb}", body);

    public Task<Answer> Say(string text) => Post("message", new { type = "text/plain", payload = text });

    /// <summary>Keeps the token alive and uses what came back from now on.</summary>
    public async Task<Answer> Refresh()
    {
        var answer = await Post("refresh_token");
        if (answer.Status is HttpStatusCode.OK) Token = answer.Result.GetProperty("token").GetString();
        return answer;
    }

    public Visitor With(string? anotherToken) => new(http, alias, anotherToken, id);

    /// <summary>The same at another address.</summary>
    public Visitor At(string anotherAlias) => new(http, anotherAlias, Token, id);

    public async Task<EventReader> Listen(string? since = null, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/{alias}/events?token={Token}{(since is null ? "" : $"&since={since}")}");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        return await EventReader.Open(http, request);
    }

    private Task<Answer> Ask(HttpMethod method, string path, object? body) =>
        Answer.To(http, Request(method, $"{Root}/{alias}/{path}", Token, body));

    private static HttpRequestMessage Request(HttpMethod method, string address, string? token, object? body, params string[] pins)
    {
        var request = new HttpRequestMessage(method, address);
        if (token is not null) request.Headers.TryAddWithoutValidation("token", token);
        foreach (var pin in pins) request.Headers.TryAddWithoutValidation("pin", pin);
        if (body is null) return request;
        request.Content = body as HttpContent ?? new ByteArrayContent(body as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(body));
        request.Content.Headers.ContentType ??= new MediaTypeHeaderValue("application/json");
        // Something big asks first; otherwise a refusal would meet a body half sent, and be lost.
        request.Headers.ExpectContinue = request.Content.Headers.ContentLength > 1024 * 1024;
        return request;
    }
}
