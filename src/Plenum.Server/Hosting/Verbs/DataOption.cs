using System.CommandLine;

namespace Plenum.Server.Hosting.Verbs;

/// <summary>The options that verbs other than <c>serve</c> share with it.</summary>
internal static class DataOption
{
    public static Option<string?> Create() => new("--data") { HelpName = "DIR", Description = "The data folder (PLENUM_DATA, default ./data)" };

    public static Option<string?> Database() => new("--database") { HelpName = "CONNECTION", Description = "PostgreSQL connection string (PLENUM_DATABASE, default: SQLite in the data folder)" };

    public static Option<string?> Config() => new("--config") { HelpName = "FILE", Description = "JSON configuration file (PLENUM_CONFIG)" };

    public static Dictionary<string, string?> Given(string? data, string? database) => new Dictionary<string, string?>
    {
        ["Data"] = data,
        ["Database"] = database,
    }.Where(option => option.Value is not null).ToDictionary();
}
