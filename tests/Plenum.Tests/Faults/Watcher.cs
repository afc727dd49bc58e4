using System.Collections.Concurrent;
using System.Text.Json;

namespace Plenum.Tests.Faults;

/// <summary>A client's view of a conference, built from its stream alone; it comes back after every cut and goes on from its bookmark.</summary>
internal sealed class Watcher(HttpClient http, string conference, Attendee attendee)
{
    private string bookmark = "";

    public ConcurrentDictionary<string, string> Roster { get; } = [];

    public ConcurrentQueue<string> Heard { get; } = [];

    public int Resumed { get; private set; }

    public int FullSyncs { get; private set; }

    public async Task Watch(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await ReadOnce(enough);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // The server is away; it will be back on the same address.
            }
        }
    }

    private async Task ReadOnce(CancellationToken enough)
    {
        var address = $"api/client/v2/conferences/{conference}/events?token={attendee.Token}&since={(bookmark.Length > 0 ? bookmark : $"{attendee.ConferenceId}:0")}";
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, enough);
        if (!answer.IsSuccessStatusCode) return;
        if (bookmark.Length > 0) Resumed++;
        using var text = new StreamReader(await answer.Content.ReadAsStreamAsync(enough));
        var (name, data, id) = ("", "", bookmark);
        while (await text.ReadLineAsync(enough) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            else if (line.Length == 0)
            {
                // An event and its number count together, when its last line is here.
                if (name.Length > 0) Take(name, data);
                (name, data, bookmark) = ("", "", id);
            }
        }
    }

    private void Take(string name, string data)
    {
        using var json = JsonDocument.Parse(data);
        var root = json.RootElement;
        switch (name)
        {
            case "participant_sync_begin":
                FullSyncs++;
                Roster.Clear();
                break;
            case "participant_create" or "participant_update":
                Roster[root.GetProperty("uuid").GetString()!] = root.GetRawText();
                break;
            case "participant_delete":
                Roster.TryRemove(root.GetProperty("uuid").GetString()!, out _);
                break;
            case "message_received":
                Heard.Enqueue(root.GetProperty("payload").GetString()!);
                break;
        }
    }
}
