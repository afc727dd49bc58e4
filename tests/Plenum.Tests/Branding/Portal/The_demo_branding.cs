using System.Text.Json.Nodes;
using Plenum.Server.Management;
using Plenum.Tests.Hosting;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Portal;

public sealed class The_demo_branding : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public async Task Shows_useful_plugins_from_the_first_start_and_is_made_once()
    {
        using (var first = await BuiltProgram.ServeWith(Password, _scratch["data"]))
        {
            Assert.Equal(DemoBranding.On, await PluginsThatAreOn(first));
            using var admin = Management.Administration.With(first.Address, "admin", Password["PLENUM_ADMIN_PASSWORD"]);
            Assert.Equal("Demo", (string)(await admin.Get("customizations"))[0]!["name"]!);
            Assert.Empty((await admin.Get("brandings"))["items"]![0]!["problems"]!.AsArray());
            Assert.Equal(DemoUiPlugins.Installed, (await admin.Get("ui-plugins")).AsArray().Select(plugin => (string)plugin!["name"]!));
            Assert.Equal(["hungUp", "incomingCall"], (await admin.Get("listeners")).AsArray().Select(listener => (string)listener!["name"]!));
            await admin.Delete($"customizations/{DemoBranding.Id}");
            await admin.Post("brandings/default/activate");
            first.Terminate();
            await first.Exit();
        }

        using var second = await BuiltProgram.ServeWith(Password, _scratch["data"]);
        Assert.Empty(await PluginsThatAreOn(second));
    }

    [Fact]
    public async Task Is_not_made_without_the_demo_conferences()
    {
        using var plain = await BuiltProgram.ServeWith(Password, _scratch["plain"], "--no-demo");
        Assert.Empty(await PluginsThatAreOn(plain));
    }

    public void Dispose() => _scratch.Dispose();

    private static readonly Dictionary<string, string> Password = new() { ["PLENUM_ADMIN_PASSWORD"] = "a password of the demo" };

    private static async Task<IEnumerable<string>> PluginsThatAreOn(BuiltProgram server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        return JsonNode.Parse(await http.GetStringAsync("/webapp2/custom_configuration/settings.json"))!["plugins"]!.AsArray()
            .Where(plugin => (bool)plugin!["enabled"]!).Select(plugin => (string)plugin!["id"]!).ToList();
    }
}
