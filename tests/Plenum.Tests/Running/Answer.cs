using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Plenum.Tests.Running;

/// <summary>What the server answered, read whole.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, MediaTypeHeaderValue? Type)
{
    public JsonElement Envelope => JsonDocument.Parse(Text).RootElement;

    public JsonElement Result => Envelope.GetProperty("result");

    /// <summary>The reason, where the answer is a refusal in the API's own shape; null for every other answer.</summary>
    public string? Refusal => Type?.ToString() == "application/json"
        && Envelope is { ValueKind: JsonValueKind.Object } envelope
        && envelope.GetProperty("status").GetString() == "failed"
        && envelope.GetProperty("result") is { ValueKind: JsonValueKind.String } reason ? reason.GetString() : null;

    public static async Task<Answer> To(HttpClient http, HttpRequestMessage request)
    {
        (request.Version, request.VersionPolicy) = (http.DefaultRequestVersion, http.DefaultVersionPolicy);
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType);
    }

    /// <summary>Asserts that it is a refusal of this status, and gives the reason.</summary>
    public string Refused(HttpStatusCode status = HttpStatusCode.Forbidden)
    {
        Assert.True(Status == status && Refusal is not null, $"Expected a refusal with {(int)status}, got {(int)Status} {Text}");
        return Refusal!;
    }

    /// <summary>Asserts that it is a success, and gives the result.</summary>
    public JsonElement Accepted()
    {
        Assert.True(Status is HttpStatusCode.OK && Envelope.GetProperty("status").GetString() == "success", $"Expected a success, got {(int)Status} {Text}");
        return Result;
    }
}
