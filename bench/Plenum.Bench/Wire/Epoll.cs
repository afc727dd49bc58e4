using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Plenum.Bench.Wire;

/// <summary>Linux's readiness list. One thread waits on thousands of sockets, which costs far less than a task for each.</summary>
internal sealed partial class Epoll : IDisposable
{
    private const int Add = 1;
    private const uint Readable = 1;

    // The kernel packs the event on x64 only.
    private static readonly int Size = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? 12 : 16;

    private readonly int _handle = Create(0);
    private readonly byte[] _ready = new byte[512 * Size];

    public void Watch(Socket socket, int key)
    {
        Span<byte> watched = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt32LittleEndian(watched, Readable);
        BinaryPrimitives.WriteInt32LittleEndian(watched[(Size - 8)..], key);
        if (Control(_handle, Add, (int)socket.Handle, ref watched[0]) != 0)
            throw new SocketException(Marshal.GetLastPInvokeError());
    }

    /// <summary>Waits for readable sockets; closing one takes it off the list by itself.</summary>
    public int Wait(TimeSpan atMost) => Math.Max(0, Wait(_handle, ref _ready[0], 512, (int)atMost.TotalMilliseconds));

    public int Key(int index) => BinaryPrimitives.ReadInt32LittleEndian(_ready.AsSpan(index * Size + Size - 8));

    public void Dispose() => _ = Close(_handle);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(int epoll, int operation, int descriptor, ref byte watched);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int Wait(int epoll, ref byte ready, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
