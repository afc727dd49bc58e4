using Microsoft.Extensions.Configuration.Json;

namespace Plenum.Server.Hosting.Settings;

/// <summary>The operator's JSON file, or the reason why it cannot be read.</summary>
internal static class SettingsFile
{
    public static IConfigurationSource Source(string path)
    {
        if (!File.Exists(path))
            throw new Refused($"configuration file {path} does not exist");
        var source = new JsonConfigurationSource { Path = Path.GetFullPath(path), Optional = false, ReloadOnChange = false };
        source.ResolveFileProvider();
        return source;
    }

    public static IConfigurationRoot Load(IConfigurationBuilder builder)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException broken)
        {
            throw new Refused($"{broken.Message} {broken.InnerException?.Message}");
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new Refused(denied.Message);
        }
    }
}
