using System.Net.Http.Json;
using System.Text.Json;

namespace Plenum.Tests.Faults;

/// <summary>
/// Somebody who keeps giving commands, whatever happens to the server, and remembers what was acknowledged. What was sent
/// and never answered may or may not have happened.
/// </summary>
internal sealed class Attendee(HttpClient http, string conference, string name, int seed)
{
    private readonly Random dice = new(seed);
    private string token = "";

    public string Name { get; } = name;

    public string Id { get; private set; } = "";

    public string ConferenceId { get; private set; } = "";

    public string Token => token;

    /// <summary>The number in the overlay text that was last acknowledged, and the one that was last sent.</summary>
    public int OverlayAcknowledged { get; private set; }

    public int OverlaySent { get; private set; }

    public List<string> SaidAndAcknowledged { get; } = [];

    public int Acknowledged { get; private set; }

    private string Root => $"api/client/v2/conferences/{conference}";

    public async Task Join()
    {
        using var answer = await http.PostAsJsonAsync($"{Root}/request_token", new { display_name = Name });
        var result = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result");
        token = result.GetProperty("token").GetString()!;
        Id = result.GetProperty("participant_uuid").GetString()!;
        ConferenceId = result.GetProperty("plenum").GetProperty("conference_id").GetString()!;
    }

    public async Task KeepBusy(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            switch (dice.Next(5))
            {
                case 0:
                    OverlaySent++;
                    if (await Post($"participants/{Id}/overlaytext", new { text = $"{Name} {OverlaySent}" }, enough)) OverlayAcknowledged = OverlaySent;
                    break;
                case 1:
                    var words = $"{Name} says {Guid.NewGuid()}";
                    if (await Post("message", new { type = "text/plain", payload = words }, enough)) SaidAndAcknowledged.Add(words);
                    break;
                case 2:
                    await Post($"participants/{Id}/{(dice.Next(2) == 0 ? "buzz" : "clearbuzz")}", null, enough);
                    break;
                case 3:
                    await Post($"participants/{Id}/{(dice.Next(2) == 0 ? "client_mute" : "client_unmute")}", null, enough);
                    break;
                default:
                    await Post($"participants/{Id}/{(dice.Next(2) == 0 ? "spotlighton" : "spotlightoff")}", null, enough);
                    break;
            }
        }
    }

    public async Task<JsonElement> Read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/{path}") { Headers = { { "token", token } } };
        using var answer = await http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result");
    }

    /// <summary>True only for an acknowledgement; a server that is gone or refuses acknowledges nothing.</summary>
    private async Task<bool> Post(string path, object? body, CancellationToken enough)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{path}")
            {
                Headers = { { "token", token } },
                Content = body is null ? null : JsonContent.Create(body),
            };
            using var answer = await http.SendAsync(request, enough);
            if (!answer.IsSuccessStatusCode) return false;
            Acknowledged++;
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
