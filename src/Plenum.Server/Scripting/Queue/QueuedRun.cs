using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Queue;

/// <summary>Something that waits to be run: a listener on an occasion, or what a message wants done when nobody answered it.</summary>
internal sealed record QueuedRun(Guid Id, string Listener, string Kind, string Queue, string Body, long Tries, DateTimeOffset Due)
{
    /// <summary>Among those that are due in the same moment.</summary>
    public long Place { get; init; }

    public const string OfListener = "listener", OfMessage = "message";

    private const int Whose = 6;

    /// <summary>The same for the same happening and listener, so that it is queued once, however often it is told.</summary>
    public static QueuedRun Of(Listener listener, Occasion occasion, string happening, DateTimeOffset now) => new(Named(listener.Name, happening), listener.Name, OfListener, listener.Queue, occasion.ToJson(), 0, now);

    /// <summary>A message whose time to be answered ends.</summary>
    public static QueuedRun Of(Guid message, Occasion occasion, DateTimeOffset due) =>
        new(Named("", $"{message}\nonTimeout"), "", OfMessage, Listeners.Listener.UsualQueue, (occasion with { Message = message }).ToJson(), 0, due);

    /// <summary>It begins with the listener, so that a message tells whose it is.</summary>
    public static Guid Named(string listener, string happening) => new([.. Digest(listener)[..Whose], .. Digest(happening)[..(16 - Whose)]]);

    /// <summary>A listener does not hear the answers to what it sent itself: those are for its callbacks, and it would send it again and again.</summary>
    public static bool IsBy(Guid run, string listener) => run.ToByteArray().AsSpan(0, Whose).SequenceEqual(Digest(listener).AsSpan(0, Whose));

    private static byte[] Digest(string of) => SHA256.HashData(Encoding.UTF8.GetBytes(of));
}
