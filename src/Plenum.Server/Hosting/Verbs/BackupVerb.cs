using System.CommandLine;
using Plenum.Server.Hosting.Backups;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting.Verbs;

/// <summary><c>plenum backup</c>: everything into one file, also while the server runs.</summary>
internal static class BackupVerb
{
    private static readonly Option<string?> Folder = DataOption.Create();
    private static readonly Option<string?> Database = DataOption.Database();
    private static readonly Option<string?> Config = DataOption.Config();
    private static readonly Option<string> To = new("--to") { HelpName = "FILE.tar.gz", Description = "The archive to write", Required = true };

    public static Command Command()
    {
        var verb = new Command("backup", "Write everything into one archive; the server may go on meanwhile.") { Folder, Database, Config, To };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var settings = SettingsSources.Read(parsed.GetValue(Config), DataOption.Given(parsed.GetValue(Folder), parsed.GetValue(Database)));
            var manifest = await Backup.Take(settings, parsed.GetValue(To)!, cancellation);
            Console.WriteLine($"{parsed.GetValue(To)}: {manifest.Files.Count} files of Plenum {manifest.Version}; it holds secrets, keep it so");
            return 0;
        });
        return verb;
    }
}
