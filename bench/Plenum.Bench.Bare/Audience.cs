using Microsoft.AspNetCore.Http.Features;

namespace Plenum.Bench.Bare;

/// <summary>Everyone who listens to one room. A publish is one write and one flush per listener, on the publisher's thread.</summary>
internal sealed class Audience
{
    private readonly Lock _lock = new();
    private readonly List<Listener> _listeners = [];
    private readonly List<byte> _roster = [];

    public void Publish(byte[] frame)
    {
        lock (_lock)
            foreach (var listener in _listeners)
                listener.Send(frame);
    }

    /// <summary>Adds to what a new listener is sent first, as a roster would be.</summary>
    public void Enter(byte[] frame)
    {
        lock (_lock)
            _roster.AddRange(frame);
    }

    public async Task ListenAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        await http.Response.StartAsync();
        var listener = new Listener(http.Response.BodyWriter);
        lock (_lock)
        {
            listener.Send([.. _roster, .. "event: participant_sync_end\ndata: null\n\n"u8]);
            _listeners.Add(listener);
        }

        var gone = new TaskCompletionSource();
        await using var _ = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
        lock (_lock)
            _listeners.Remove(listener);
    }
}
