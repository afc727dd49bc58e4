using System.Runtime.InteropServices;

namespace Plenum.Scripting.Host;

/// <summary>Leaves without asking anybody: an orderly end would wait for the script, which may never stop.</summary>
internal static partial class Exit
{
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Now(int code);
}
