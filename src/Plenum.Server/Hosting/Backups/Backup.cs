using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting.Backups;

/// <summary>Everything in one file, of one moment of the database, while the server goes on.</summary>
internal static class Backup
{
    public static async Task<Manifest> Take(ServerSettings settings, string target, CancellationToken cancellation)
    {
        if (File.Exists(target))
            throw new Refused($"{target} exists already: choose another name");
        var data = Path.GetFullPath(settings.Data);
        // Beside the archive, where the operator chose to have room.
        var folder = Directory.CreateDirectory(Path.GetFullPath(target) + ".gathering");
        try
        {
            return await Gather(DatabaseCopy.Choose(settings.Database), data, folder, target, cancellation);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"cannot write the backup: {denied.Message}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Manifest> Gather(DatabaseCopy database, string data, DirectoryInfo folder, string target, CancellationToken cancellation)
    {
        var schema = await database.Take(data, folder.CreateSubdirectory("database").FullName, cancellation);
        KeptFiles.Copy(data, folder.CreateSubdirectory("files").FullName);
        Manifest? manifest = null;
        Archive.Write(target, folder.FullName, hashes =>
            manifest = new Manifest(Manifest.Current, ProductVersion.Text, database.Engine, schema, DateTimeOffset.UtcNow, hashes));
        return manifest!;
    }
}
