using System.CommandLine;
using Plenum.Server.Hosting.Backups;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting.Verbs;

/// <summary><c>plenum restore</c>: an archive becomes a data folder again, whole or not at all.</summary>
internal static class RestoreVerb
{
    private static readonly Option<string?> Folder = DataOption.Create();
    private static readonly Option<string?> Database = DataOption.Database();
    private static readonly Option<string?> Config = DataOption.Config();
    private static readonly Option<string> From = new("--from") { HelpName = "FILE.tar.gz", Description = "The archive to read", Required = true };
    private static readonly Option<bool> Force = new("--force") { Description = "Put aside what is in the data folder, replace what is in PostgreSQL" };

    public static Command Command()
    {
        var verb = new Command("restore", "Put an archive of plenum backup in place; the server must be stopped.") { From, Folder, Database, Config, Force };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var settings = SettingsSources.Read(parsed.GetValue(Config), DataOption.Given(parsed.GetValue(Folder), parsed.GetValue(Database)));
            var manifest = await Restore.Put(settings, parsed.GetValue(From)!, parsed.GetValue(Force), cancellation);
            Console.WriteLine($"{Path.GetFullPath(settings.Data)} is as it was at {manifest.At:u}");
            return 0;
        });
        return verb;
    }
}
