namespace Plenum.Server.Hosting.Settings;

/// <summary>
/// Where settings come from, the later winning: the configuration file, <c>Plenum__Section__Key</c>, the short
/// <c>PLENUM_NAME</c> variables, the command line. Unknown keys under <c>Plenum</c> are refused by name.
/// </summary>
internal static class SettingsSources
{
    /// <summary>Short variables; others that begin with PLENUM_ are not ours to judge (orchestrators invent such names).</summary>
    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["PLENUM_URLS"] = "Urls",
        ["PLENUM_DATA"] = "Data",
        ["PLENUM_DATABASE"] = "Database",
        ["PLENUM_BRANDING"] = "Branding",
        ["PLENUM_DEMO"] = "Demo",
        ["PLENUM_ADMIN_PASSWORD"] = "AdminPassword",
        ["PLENUM_ALLOW_PLAIN_HTTP"] = "AllowPlainHttp",
        ["PLENUM_PROXIES"] = "Proxies",
        ["PLENUM_TLS_CERTIFICATE"] = "Tls:Certificate",
        ["PLENUM_TLS_KEY"] = "Tls:Key",
        ["PLENUM_TLS_PASSWORD"] = "Tls:Password",
        ["PLENUM_SIGNIN_SECRET"] = "SignIn:Organisation:ClientSecret",
        ["PLENUM_OTLP_ENDPOINT"] = "Telemetry:Endpoint",
    };

    public static ServerSettings Read(string? file, IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder();
        if ((file ?? Environment.GetEnvironmentVariable("PLENUM_CONFIG")) is { Length: > 0 } path)
            builder.Add(SettingsFile.Source(path));
        builder.AddEnvironmentVariables();
        builder.AddInMemoryCollection(ShortNames
            .Select(name => KeyValuePair.Create("Plenum:" + name.Value, Environment.GetEnvironmentVariable(name.Key)))
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));
        builder.AddInMemoryCollection(commandLine.Select(option => KeyValuePair.Create("Plenum:" + option.Key, option.Value)));
        return Bind(SettingsFile.Load(builder).GetSection("Plenum"));
    }

    private static ServerSettings Bind(IConfigurationSection section)
    {
        SettingsShape.SplitLists(section);
        if (SettingsShape.Unknown(section).ToList() is { Count: > 0 } unknown)
            throw new Refused($"unknown configuration {(unknown.Count == 1 ? "key" : "keys")}: {string.Join(", ", unknown)}");
        try
        {
            return SettingsRules.Checked(section.Get<ServerSettings>() ?? new());
        }
        catch (InvalidOperationException wrong)
        {
            throw new Refused(wrong.Message);
        }
    }
}
