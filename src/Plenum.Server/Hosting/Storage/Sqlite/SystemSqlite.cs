using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>Prefers the system's SQLite, which gets security updates, over the copy that came with the package.</summary>
internal static class SystemSqlite
{
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Loads it, once, and tells its version.</summary>
    public static string Use() => Loaded.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
        return raw.sqlite3_libversion().utf8_to_string();
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path) =>
        NativeLibrary.TryLoad("libsqlite3.so.0", assembly, path, out var system) ? system : nint.Zero;
}
