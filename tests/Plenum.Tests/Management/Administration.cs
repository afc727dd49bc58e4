using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

/// <summary>Somebody who calls the admin API of a running server, as curl would.</summary>
internal sealed class Administration : IDisposable
{
    private readonly HttpClient _http;

    private Administration(Uri server, AuthenticationHeaderValue? authorization)
    {
        _http = new HttpClient { BaseAddress = new Uri(server, "/api/admin/v1/") };
        _http.DefaultRequestHeaders.Authorization = authorization;
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public static Administration Of(PlenumProcess server) => With(server, "admin", server.AdminPassword);

    public static Administration With(PlenumProcess server, string name, string password) => With(server.Address, name, password);

    public static Administration With(Uri server, string name, string password) =>
        new(server, new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))));

    public static Administration WithKey(PlenumProcess server, string key) => new(server.Address, new AuthenticationHeaderValue("Bearer", key));

    public static Administration Unknown(PlenumProcess server) => new(server.Address, null);

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null) => _http.SendAsync(new HttpRequestMessage(method, path)
    {
        Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        },
        // A server that refuses before everything is sent is heard.
        Headers = { ExpectContinue = body is string { Length: > 100_000 } },
    });

    /// <summary>What a request that must succeed answers.</summary>
    public async Task<JsonNode> Ask(HttpMethod method, string path, object? body = null)
    {
        using var answer = await Send(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public Task<JsonNode> Get(string path) => Ask(HttpMethod.Get, path);

    public Task<JsonNode> Post(string path, object? body = null) => Ask(HttpMethod.Post, path, body);

    public Task<JsonNode> Patch(string path, object body) => Ask(HttpMethod.Patch, path, body);

    public Task<JsonNode> Delete(string path) => Ask(HttpMethod.Delete, path);

    /// <summary>How a request that must fail is refused.</summary>
    public async Task<Refusal> Refused(HttpMethod method, string path, object? body = null)
    {
        using var answer = await Send(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.False(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)answer.StatusCode, (int)problem["status"]!);
        return new Refusal((int)answer.StatusCode, (string)problem["detail"]!, (string?)problem["member"], answer.Headers.RetryAfter?.Delta, $"{answer.Headers.WwwAuthenticate}");
    }

    /// <summary>A conference of one's own, so that tests do not meet.</summary>
    public async Task<Listed> Conference(object? more = null)
    {
        var alias = $"room-{Guid.NewGuid():N}";
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        body["name"] = $"Room {alias[5..11]}";
        body["aliases"] = new JsonArray(alias);
        var made = await Post("conferences", body.ToJsonString());
        return new Listed((string)made["id"]!, alias, made);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A refusal of the admin API.</summary>
internal sealed record Refusal(int Status, string Detail, string? Member, TimeSpan? RetryAfter, string Challenge);

/// <summary>A conference that a test made.</summary>
internal sealed record Listed(string Id, string Alias, JsonNode Told);
