using System.CommandLine;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Tls;

namespace Plenum.Server.Hosting.Verbs;

/// <summary><c>plenum certificate</c>: set up the local authority, or say again how to trust it.</summary>
internal static class CertificateVerb
{
    private static readonly Option<string?> Folder = DataOption.Create();
    private static readonly Option<string?> Config = DataOption.Config();
    private static readonly Option<string[]> Hosts = new("--host") { HelpName = "NAME", Description = "Name or address for the certificate; can be repeated" };

    public static Command Command()
    {
        var verb = new Command("certificate", "Set up the local certificate authority of --tls local and say how to trust it.") { Folder, Config, Hosts };
        verb.SetAction(parsed =>
        {
            var options = new Dictionary<string, string?>();
            if (parsed.GetValue(Folder) is { } folder)
                options["Data"] = folder;
            if (parsed.GetValue(Hosts) is { Length: > 0 } hosts)
                options["Tls:Hosts"] = string.Join(',', hosts);
            var authority = LocalAuthority.Open(SettingsSources.Read(parsed.GetValue(Config), options));
            authority.Renewed(DateTimeOffset.UtcNow);
            Console.WriteLine(TrustGuide.For(authority));
        });
        return verb;
    }
}
