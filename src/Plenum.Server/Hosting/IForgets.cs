using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting;

/// <summary>Something that holds what is forgotten after a while. When it fails, what is left goes the next time.</summary>
internal interface IForgets
{
    /// <summary>Forgets what is older than it is kept, and says how much of what kind that was.</summary>
    Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>How much was forgotten of one kind of thing.</summary>
internal readonly record struct Forgotten(string What, long Number);
