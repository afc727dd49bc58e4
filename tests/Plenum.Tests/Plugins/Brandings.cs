using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>A server for each branding of the fixtures, started when first wanted and shared by the tests that want it.</summary>
public sealed class Brandings : IAsyncDisposable
{
    private readonly Dictionary<string, Task<PlenumProcess>> _servers = [];

    public async Task<Uri> Serving(string name)
    {
        Task<PlenumProcess> server;
        lock (_servers)
        {
            if (!_servers.TryGetValue(name, out server!)) _servers[name] = server = PlenumProcess.Start("--branding", Folder(name));
        }

        return (await server).Address;
    }

    public async Task<PlenumProcess> Server(string name)
    {
        await Serving(name);
        return await _servers[name];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values) await (await server).DisposeAsync();
    }

    private static string Folder(string name) => Path.Combine(Repository.Root, "tests", "plugins-fixtures", name);
}
