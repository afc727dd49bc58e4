using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

/// <summary>Somebody who came into a conference through the client API.</summary>
internal sealed class Caller(HttpClient http, string area, JsonNode told) : IDisposable
{
    public string Uuid => (string)told["participant_uuid"]!;

    public string Token => (string)told["token"]!;

    public static async Task<Caller> Join(PlenumProcess server, string alias, string name = "Anna", string? pin = null, string? ticket = null)
    {
        using var answer = await WithPatience(() => TryToJoin(server, alias, name, pin, ticket));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        var told = JsonNode.Parse(text)!["result"]!;
        var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("token", (string)told["token"]!);
        return new Caller(http, $"/api/client/v2/conferences/{alias}/", told);
    }

    /// <summary>A machine under load may take a second for a write, and the server then says so; clients knock again.</summary>
    private static async Task<HttpResponseMessage> WithPatience(Func<Task<HttpResponseMessage>> knock)
    {
        for (var deadline = Stopwatch.StartNew(); ;)
        {
            var answer = await knock();
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable || deadline.Elapsed > Visitor.Patience) return answer;
            answer.Dispose();
        }
    }

    public static async Task<HttpResponseMessage> TryToJoin(PlenumProcess server, string alias, string name = "Anna", string? pin = null, string? ticket = null)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        if (pin is not null) http.DefaultRequestHeaders.Add("pin", pin);
        return await http.PostAsJsonAsync($"/api/client/v2/conferences/{alias}/request_token", new { display_name = name, token = ticket });
    }

    /// <summary>A device that registers; what it is told is the registration.</summary>
    public static Task<Caller> Register(PlenumProcess server, string alias, string user, string password, string header = "Authorization") =>
        Register(server.Address, alias, user, password, header);

    public static async Task<Caller> Register(Uri server, string alias, string user, string password, string header = "Authorization")
    {
        var http = new HttpClient { BaseAddress = server };
        var area = $"/api/client/v2/registrations/{alias}/";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{area}request_token");
        request.Headers.TryAddWithoutValidation(
            header, $"{new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")))}");
        using var answer = await http.SendAsync(request);
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["result"]!;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {told}");
        http.DefaultRequestHeaders.Add("token", (string)told["token"]!);
        return new Caller(http, area, told);
    }

    public async Task<JsonNode?> Post(string path, object? body = null)
    {
        using var answer = await http.PostAsJsonAsync(area + path, body ?? new { });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!["result"];
    }

    public async Task<JsonArray> Roster() =>
        JsonNode.Parse(await http.GetStringAsync(area + "participants"))!["result"]!.AsArray();

    public async Task<Listening> Listen() => await Listening.To(http, $"{area}events?token={Token}");

    public void Dispose() => http.Dispose();
}
