using System.Collections.Immutable;
using Plenum.Tests.Running;

namespace Plenum.Tests.Web;

/// <summary>Chromium with pretended devices, a server, and a second connection in the page that takes the place of the server's media.</summary>
public sealed class PexRTC_in_a_browser : IAsyncLifetime
{
    private static readonly bool Possible = File.Exists("/usr/bin/chromium");
    private PlenumProcess? _server;
    private ImmutableDictionary<string, Scene> _played = ImmutableDictionary<string, Scene>.Empty;

    public async ValueTask InitializeAsync()
    {
        if (!Possible) return;
        _server = await PlenumProcess.Start();
        _played = await Scenes.Play("media.mjs", _server);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    public void Passed(string scene)
    {
        Assert.SkipUnless(Possible, "There is no /usr/bin/chromium here.");
        _played.Passed(scene);
    }
}
