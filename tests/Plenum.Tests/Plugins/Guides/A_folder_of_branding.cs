using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>A branding folder of the test's own, served by a server of its own while it is written to.</summary>
public sealed class A_folder_of_branding : IAsyncLifetime
{
    /// <summary>The example of the guides.</summary>
    public const string Manifest = """
        {
          "brandingID": "1521829718679",
          "isSettingsBranded": true,
          "isWatermarkBranded": false,
          "isStylesBranded": false
        }
        """;

    public const string Settings = """
        {
          "plugins": [
            {
              "id": "on-web",
              "srcURL": "plugins/on-web/on-web.plugin.package.json",
              "enabled": true
            }
          ]
        }
        """;

    private static readonly string Fixtures = Path.Combine(Repository.Root, "tests", "plugins-fixtures", "guides", "branding", "plugins");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-guides-");
    private int _meetings;

    public PlenumProcess Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    private string Root => Path.Combine(_folder.FullName, "webapp2");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Root);
        Put("on-web");
        await File.WriteAllTextAsync(Path.Combine(Root, "settings.json"), Settings);
        await File.WriteAllTextAsync(Path.Combine(Root, "manifest.json"), Manifest);
        Server = await PlenumProcess.Start("--branding", _folder.FullName);
        Http = new HttpClient { BaseAddress = Server.Address };
    }

    public string Take() => Furniture.Open.Alias(Interlocked.Increment(ref _meetings));

    /// <summary>Adds the files of one of the fixtures' plugins.</summary>
    public void Put(string plugin)
    {
        var to = Directory.CreateDirectory(Path.Combine(Root, "plugins", plugin));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Fixtures, plugin))) File.Copy(file, Path.Combine(to.FullName, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Writes settings and manifest, and waits until they are served.</summary>
    public async Task Becomes(string settings, string manifest)
    {
        await File.WriteAllTextAsync(Path.Combine(Root, "settings.json"), settings);
        await File.WriteAllTextAsync(Path.Combine(Root, "manifest.json"), manifest);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Served("settings.json", patience.Token) != settings || await Served("manifest.json", patience.Token) != manifest) await Task.Delay(50, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (Server is not null) await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<string> Served(string file, CancellationToken patience) => Http.GetStringAsync($"/webapp2/custom_configuration/{file}", patience);
}
