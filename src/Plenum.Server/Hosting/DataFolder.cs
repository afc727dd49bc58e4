using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting;

/// <summary>
/// The folder with everything that Plenum keeps on this machine, ours until disposed. With SQLite inside, one process at a
/// time has it: the kernel holds the lock and lets go of it even after kill -9.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const string LockName = "plenum.lock";
    private const string HolderName = "plenum.holder";

    private readonly FileStream? held;

    private DataFolder(string path, FileStream? held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    public static DataFolder Open(ServerSettings settings) => Open(settings.Data, alone: settings.Database is null);

    public static DataFolder Open(string data, bool alone)
    {
        var path = System.IO.Path.GetFullPath(data);
        try
        {
            CreatePrivate(path);
            File.WriteAllText(System.IO.Path.Combine(path, ".writable"), "");
            File.Delete(System.IO.Path.Combine(path, ".writable"));
            return new DataFolder(path, alone ? Lock(path) : null);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw new Refused($"cannot write to the data folder {path}: {denied.Message}");
        }
    }

    public void Dispose() => held?.Dispose();

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream Lock(string path)
    {
        var holder = System.IO.Path.Combine(path, HolderName);
        var file = TryLock(System.IO.Path.Combine(path, LockName))
            ?? throw new Refused($"the data folder {path} is in use by {(File.Exists(holder) ? File.ReadAllText(holder) : "another process")}");
        File.WriteAllText(holder, $"process {Environment.ProcessId} on {Environment.MachineName}");
        return file;
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
