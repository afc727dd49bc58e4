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

    /// <summary>Every overlay text that was acknowledged; they are numbered, and <see cref="OverlaySent"/> is the last that was sent.</summary>
    public List<string> OverlaysAcknowledged { get; } = [];

    public int OverlaySent { get; private set; }

    public Switch Hand { get; } = new();

    public Switch Mute { get; } = new();

    public Switch ClientMute { get; } = new();

    public Switch Spotlight { get; } = new();

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
            switch (dice.Next(6))
            {
                case 0:
                    OverlaySent++;
                    var line = $"{Name} {OverlaySent}";
                    if (await Post($"participants/{Id}/overlaytext", new { text = line }, enough)) OverlaysAcknowledged.Add(line);
                    break;
                case 1:
                    var words = $"{Name} says {Guid.NewGuid()}";
                    if (await Post("message", new { type = "text/plain", payload = words }, enough)) SaidAndAcknowledged.Add(words);
                    break;
                case 2: await Turn(Hand, "buzz", "clearbuzz", enough); break;
                case 3: await Turn(ClientMute, "client_mute", "client_unmute", enough); break;
                case 4: await Turn(Mute, "mute", "unmute", enough); break;
                default: await Turn(Spotlight, "spotlighton", "spotlightoff", enough); break;
            }
        }
    }

    public async Task<JsonElement> Read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/{path}") { Headers = { { "token", token } } };
        using var answer = await http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result");
    }

    private Task Turn(Switch what, string on, string off, CancellationToken enough)
    {
        var wanted = dice.Next(2) == 0;
        return what.Turn(wanted, () => Post($"participants/{Id}/{(wanted ? on : off)}", null, enough));
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
