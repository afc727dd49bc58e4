namespace Plenum.Server.Hosting.Backups;

/// <summary>Which files of a data folder a backup takes: all but the database's own, locks, and what is being written.</summary>
internal static class KeptFiles
{
    /// <summary>The database is copied by its engine; copies made before upgrades are backups already.</summary>
    private static readonly string[] LeftOut = ["plenum.db", "plenum.db-wal", "plenum.db-shm", "plenum.lock", "plenum.holder", ".writable", "backups", "uploads", Maintenance.FileName];

    private static readonly string[] Unfinished = [".new", ".part", ".tmp"];

    public static void Copy(string data, string target)
    {
        if (!Directory.Exists(data))
            return;
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(data, file);
            if (LeftOut.Contains(name.Split(Path.DirectorySeparatorChar)[0]) || Unfinished.Contains(Path.GetExtension(name)))
                continue;
            var copy = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
