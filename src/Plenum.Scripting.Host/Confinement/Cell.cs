using System.Runtime.InteropServices;

namespace Plenum.Scripting.Host.Confinement;

/// <summary>
/// What this process can no longer do once it is closed, should a script ever break out of the engine: reach the network, start
/// programs, write files, touch other processes. Where the system cannot filter calls, the other limits still hold.
/// </summary>
internal static unsafe partial class Cell
{
    private const int NoNewPrivileges = 38, FilterMode = 1, OnEveryThread = 1;

    public static void Close()
    {
        Limit(4, 0);
        Limit(1, 0);
        if (SystemCalls.Forbidden() is not { } filter || Control(NoNewPrivileges, 1, 0, 0, 0) != 0) return;
        fixed (Instruction* first = filter.Program)
        {
            var program = new FilterProgram { Length = (ushort)filter.Program.Length, First = first };
            SystemCall(filter.Seccomp, FilterMode, OnEveryThread, (nint)(&program));
        }
    }

    /// <summary>No core files, and no byte written to any file.</summary>
    private static void Limit(int resource, ulong most)
    {
        var limit = stackalloc ulong[] { most, most };
        SetLimit(resource, limit);
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial void SetLimit(int resource, ulong* limit);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nint operation, nint flags, nint program);

    private struct FilterProgram
    {
        public ushort Length;
        public Instruction* First;
    }
}

/// <summary>One step of a filter in the kernel's own small language.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);
