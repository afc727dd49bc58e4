using System.Text;

namespace Plenum.Bench.Pages;

/// <summary>An unpacked branding with plugins as people write them: a script of some size, a button, an eye on the roster, a label that follows it.</summary>
internal sealed class PluginBrand : IDisposable
{
    private const int FunctionsEach = 150;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-bench-brand-");

    public PluginBrand(int plugins)
    {
        var names = Enumerable.Range(0, plugins).Select(i => $"plugin-{i}").ToArray();
        Scripts = [.. names.Select(name => $"plugins/{name}/index.js")];
        Write("manifest.json", """{"brandingID":"10000000","isSettingsBranded":true}""");
        var listed = names.Select(name => $$"""{"id":"{{name}}","srcURL":"plugins/{{name}}/plugin.json","enabled":true}""");
        Write("settings.json", $$"""{"plugins":[{{string.Join(',', listed)}}]}""");
        foreach (var name in names)
        {
            Write($"plugins/{name}/plugin.json", $$"""
                {"id":"{{name}}","name":"{{name}}","description":"","version":1,"srcURL":"index.js","allowUnload":true,
                 "menuItems":{"toolbar":[{"icon":null,"label":"{{name}}","action":"act"}] } }
                """);
            Write($"plugins/{name}/index.js", Script(name));
        }
    }

    public string Folder => _folder.FullName;

    /// <summary>Where the scripts lie in the branding.</summary>
    public IReadOnlyList<string> Scripts { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Script(string name)
    {
        var functions = new StringBuilder();
        for (var i = 0; i < FunctionsEach; i++)
            functions.Append($"  function helper{i}(given) {{ var found = []; for (var i = 0; i < given.length; i++) if (given[i] % {i + 2} === 0) found.push(given[i] + {i}); return found; }}\n");
        return $$"""
            (function () {
            {{functions}}
              var state$ = PEX.pluginAPI.createNewState({});
              var before = '';
              function load(participants$) {
                participants$.subscribe(function (people) {
                  var muted = 0;
                  people.forEach(function (one) { if (one.muted) muted++; });
                  var label = '{{name}}: ' + muted + ' of ' + people.length + ' are muted';
                  if (label !== before) state$.next({ label: (before = label) });
                });
                helper0([1, 2, 3]);
                performance.mark('plugin loaded');
              }
              function act() {
                PEX.pluginAPI.sendRequest('lock');
              }
              PEX.pluginAPI.registerPlugin({ id: '{{name}}', load: load, unload: function () {}, act: act, state$: state$ });
            })();
            """;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
