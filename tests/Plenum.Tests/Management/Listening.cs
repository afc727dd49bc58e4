using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Plenum.Tests.Management;

/// <summary>An open event stream, read up to what a test waits for.</summary>
internal sealed class Listening(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Listening> To(HttpClient http, string address)
    {
        var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return new Listening(answer, SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    /// <summary>What the next event of this name says; those before it are passed over.</summary>
    public async Task<JsonNode?> Until(string name)
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
            if (events.Current.EventType == name) return JsonNode.Parse(events.Current.Data);
        }

        throw new InvalidOperationException($"The stream ended before {name}.");
    }

    /// <summary>Waits until the server ends the stream.</summary>
    public async Task End()
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        await ValueTask.CompletedTask;
    }
}
