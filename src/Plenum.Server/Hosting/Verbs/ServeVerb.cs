using System.CommandLine;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting.Verbs;

/// <summary><c>plenum serve</c>: run the server until it is told to stop.</summary>
internal static class ServeVerb
{
    private const string Explanation = """
        Run the server.

        Every setting can also be given in a JSON file (--config) as { "Plenum": { "Section": { "Key": … } } }, as an environment
        variable Plenum__Section__Key, and the common ones as PLENUM_URLS, PLENUM_DATA, PLENUM_DATABASE, PLENUM_BRANDING,
        PLENUM_DEMO, PLENUM_ADMIN_PASSWORD, PLENUM_ALLOW_PLAIN_HTTP, PLENUM_PROXIES, PLENUM_TLS_CERTIFICATE, PLENUM_TLS_KEY,
        PLENUM_TLS_PASSWORD, PLENUM_SIGNIN_SECRET, PLENUM_OTLP_ENDPOINT, PLENUM_CONFIG. The command line wins over variables,
        variables over the file.

        Sections that have no option, explained in docs/running.md: Plenum:Limits, Plenum:Pages, Plenum:Retention,
        Plenum:Scripts, Plenum:SignIn, Plenum:Telemetry; and the switches Plenum:SpeechDoor and Plenum:CaptionDoor.
        """;

    private static readonly Option<string?> Urls = new("--urls") { HelpName = "URLS", Description = "Addresses to listen on, separated by ';' (default http://127.0.0.1:8080, with TLS https://*:8443)" };
    private static readonly Option<string?> Folder = new("--data") { HelpName = "DIR", Description = "Folder for everything that Plenum keeps (default ./data)" };
    private static readonly Option<string?> Database = new("--database") { HelpName = "CONNECTION", Description = "PostgreSQL connection string (default: SQLite in the data folder)" };
    private static readonly Option<string?> Branding = new("--branding") { HelpName = "DIR", Description = "Folder with a branding to serve" };
    private static readonly Option<bool> NoDemo = new("--no-demo") { Description = "Leave out the demo conferences meet.demo and meet.open" };
    private static readonly Option<string?> Config = new("--config") { HelpName = "FILE", Description = "JSON configuration file" };
    private static readonly Option<string?> Certificate = new("--tls-certificate") { HelpName = "FILE", Description = "Certificate, PEM chain or PFX; read again when it changes" };
    private static readonly Option<string?> Key = new("--tls-key") { HelpName = "FILE", Description = "The PEM certificate's key" };
    private static readonly Option<string?> Tls = new Option<string?>("--tls") { HelpName = "local", Description = "local: be your own certificate authority, kept in the data folder" }.AcceptOnlyFromAmong("local");
    private static readonly Option<string[]> Hosts = new("--host") { HelpName = "NAME", Description = "Name or address for the local authority's certificate; can be repeated" };
    private static readonly Option<string[]> Proxies = new("--proxy") { HelpName = "ADDRESS", Description = "Address or network of a trusted reverse proxy; can be repeated" };
    private static readonly Option<bool> AllowPlainHttp = new("--allow-plain-http") { Description = "Allow plain HTTP beyond this machine" };

    public static Command Command()
    {
        var verb = new Command("serve", Explanation)
        {
            Urls, Folder, Database, Branding, NoDemo, Config, Certificate, Key, Tls, Hosts, Proxies, AllowPlainHttp,
        };
        verb.SetAction((parsed, cancellation) => PlenumServer.Serve(SettingsSources.Read(parsed.GetValue(Config), Given(parsed)), cancellation));
        return verb;
    }

    private static Dictionary<string, string?> Given(ParseResult parsed) => new Dictionary<string, string?>
    {
        ["Urls"] = parsed.GetValue(Urls),
        ["Data"] = parsed.GetValue(Folder),
        ["Database"] = parsed.GetValue(Database),
        ["Branding"] = parsed.GetValue(Branding),
        ["Demo"] = parsed.GetValue(NoDemo) ? "false" : null,
        ["Tls:Certificate"] = parsed.GetValue(Certificate),
        ["Tls:Key"] = parsed.GetValue(Key),
        ["Tls:Local"] = parsed.GetValue(Tls) is null ? null : "true",
        ["Tls:Hosts"] = Joined(parsed.GetValue(Hosts)),
        ["Proxies"] = Joined(parsed.GetValue(Proxies)),
        ["AllowPlainHttp"] = parsed.GetValue(AllowPlainHttp) ? "true" : null,
    }.Where(option => option.Value is not null).ToDictionary();

    private static string? Joined(string[]? values) => values is { Length: > 0 } ? string.Join(',', values) : null;
}
