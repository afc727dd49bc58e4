using System.Net;
using System.Text;
using System.Text.Json;

namespace Plenum.Tests.Running;

/// <summary>One event of a stream.</summary>
public sealed record StreamEvent(string Name, JsonElement Payload);

/// <summary>Reads an event stream as it comes. Waiting is for an event, never for time, and never for ever.</summary>
public sealed class EventReader : IAsyncDisposable
{
    private readonly StreamReader _lines;
    private readonly StringBuilder _raw = new();

    private EventReader(HttpResponseMessage response, Stream body) => (Response, _lines) = (response, new StreamReader(body));

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Everything read so far, as it came over the wire.</summary>
    public string Raw => _raw.ToString();

    /// <summary>The last bookmark, for a reader that resumes.</summary>
    public string? Bookmark { get; private set; }

    internal static async Task<EventReader> Open(HttpClient http, HttpRequestMessage request)
    {
        (request.Version, request.VersionPolicy) = (http.DefaultRequestVersion, http.DefaultVersionPolicy);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>Reads on to the first event of this name that fits; what comes before it is skipped.</summary>
    public async Task<JsonElement> Until(string name, Func<JsonElement, bool>? fits = null)
    {
        while (await Next() is { } next)
        {
            if (next.Name == name && (fits is null || fits(next.Payload))) return next.Payload;
        }

        throw Ended(name);
    }

    /// <summary>All events up to and with the first of this name.</summary>
    public async Task<IReadOnlyList<StreamEvent>> Through(string name)
    {
        var events = new List<StreamEvent>();
        while (await Next() is { } next)
        {
            events.Add(next);
            if (next.Name == name) return events;
        }

        throw Ended(name);
    }

    /// <summary>Everything until the server ends the stream.</summary>
    public async Task<IReadOnlyList<StreamEvent>> Rest()
    {
        var events = new List<StreamEvent>();
        while (await Next() is { } next) events.Add(next);
        return events;
    }

    /// <summary>Reads until what came over the wire ends like this.</summary>
    public async Task UntilRaw(string end)
    {
        do
        {
            if (await Line() is null) throw Ended(end);
        }
        while (!Raw.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>Reads on to the first bookmark.</summary>
    public async Task<string> UntilBookmark()
    {
        while (Bookmark is null)
        {
            if (await Line() is null) throw Ended("a bookmark");
        }

        return Bookmark;
    }

    /// <summary>The next event, or null at the stream's end.</summary>
    public async Task<StreamEvent?> Next()
    {
        string? name = null, payload = null;
        while (await Line() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) payload = line[6..];
            else if (line.Length == 0 && name is not null) return new StreamEvent(name, JsonDocument.Parse(payload!).RootElement);
            else Assert.True(line.Length == 0 || line[0] == ':' || line.StartsWith("id: ", StringComparison.Ordinal), $"Not a line of an event stream: {line}");
        }

        return null;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        Response.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string?> Line()
    {
        using var patience = new CancellationTokenSource(Visitor.Patience);
        try
        {
            var line = await _lines.ReadLineAsync(patience.Token);
            if (line is not null) _raw.Append(line).Append('\n');
            if (line?.StartsWith("id: ", StringComparison.Ordinal) is true) Bookmark = line[4..];
            return line;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Nothing came for {Visitor.Patience.TotalSeconds} s. Before that:\n{Raw}");
        }
    }

    private InvalidOperationException Ended(string awaited) => new($"The stream ended without {awaited}. It said:\n{Raw}");
}
