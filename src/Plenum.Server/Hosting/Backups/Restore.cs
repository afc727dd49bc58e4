using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Hosting.Backups;

/// <summary>
/// An archive becomes a data folder, whole or not at all: it is unpacked and checked beside, then renamed into place. What
/// was there before stays beside it under another name.
/// </summary>
internal static class Restore
{
    public static async Task<Manifest> Put(ServerSettings settings, string source, bool force, CancellationToken cancellation)
    {
        if (!File.Exists(source))
            throw new Refused($"there is no archive {source}");
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Data));
        var database = DatabaseCopy.Choose(settings.Database);
        if (!force)
            await MustBeEmpty(data, database, cancellation);
        // No running server may have the folder taken from under it.
        using var alone = Directory.Exists(data) ? DataFolder.Open(data, alone: true) : null;
        var fresh = Directory.CreateDirectory(data + ".restoring");
        try
        {
            var manifest = Archive.Read(source, fresh.FullName);
            Check(manifest, database);
            var files = fresh.CreateSubdirectory("files").FullName;
            await database.Put(Path.Combine(fresh.FullName, "database"), files, manifest.Schema, cancellation);
            Swap(files, data);
            return manifest;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"cannot put the archive in place: {denied.Message}");
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    private static Task MustBeEmpty(string data, DatabaseCopy database, CancellationToken cancellation) =>
        Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any()
            ? throw new Refused($"{data} is not empty: choose another --data, or say --force to put what is there aside")
            : database.MustBeEmpty(cancellation);

    private static void Check(Manifest manifest, DatabaseCopy database)
    {
        if (manifest.Engine != database.Engine)
            throw new Refused($"the archive is of {manifest.Engine}, the target is {database.Engine}: an archive restores into the engine that it came from"
                + (manifest.Engine == "sqlite" ? "; leave out --database" : "; give --database"));
        var known = Migration.Of(database.Engine == "sqlite" ? "sqlite" : "postgres")[^1].Version;
        if (manifest.Schema > known)
            throw new Refused($"the archive has schema {manifest.Schema}, this program knows {known}: restore it with Plenum {manifest.Version}");
    }

    private static void Swap(string files, string data)
    {
        if (Directory.Exists(data))
            Directory.Move(data, $"{data}.before-restore-{DateTimeOffset.UtcNow:yyyyMMddHHmmss}");
        else
            Directory.CreateDirectory(Path.GetDirectoryName(data)!);
        Directory.Move(files, data);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
