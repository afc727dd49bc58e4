using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>One server with the plugins written for the guides' sentences, started when first wanted. Speech can be told to it from outside.</summary>
public sealed class The_guides_server : IAsyncDisposable
{
    private static readonly string Branding = Path.Combine(Repository.Root, "tests", "plugins-fixtures", "guides", "branding");

    private readonly Lazy<Task<PlenumProcess>> _server = new(() => PlenumProcess.StartWith(
        new Dictionary<string, string>
        {
            ["Plenum__SpeechDoor"] = "true",
            ["Plenum__Limits__JoinBurstPerAddress"] = "100000",
            ["Plenum__Limits__RequestBurstPerToken"] = "100000",
        },
        "--branding",
        Branding));

    private int _meetings;

    public Task<PlenumProcess> Started => _server.Value;

    /// <summary>The alias of a conference that nobody used before; hosts have a PIN.</summary>
    public string Take() => Furniture.Hosted.Alias(Interlocked.Increment(ref _meetings));

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await Started).DisposeAsync();
    }
}
