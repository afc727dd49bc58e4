using System.Collections.Immutable;
using Plenum.Tests.Running;

namespace Plenum.Tests.Web;

/// <summary>A server of its own (it is restarted) and what the built pexrtc.js did on it, in one run.</summary>
public sealed class PexRTC_at_work : IAsyncLifetime
{
    private static readonly Dictionary<string, string> RoomForAll = new()
    {
        ["Plenum__Limits__JoinBurstPerAddress"] = "1000",
        ["Plenum__Limits__JoinsPerSecondPerAddress"] = "100",
    };

    private PlenumProcess? _server;

    public ImmutableDictionary<string, Scene> Played { get; private set; } = ImmutableDictionary<string, Scene>.Empty;

    public async ValueTask InitializeAsync()
    {
        _server = await PlenumProcess.StartWith(RoomForAll);
        Played = await Scenes.Play("pexrtc.mjs", _server);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
