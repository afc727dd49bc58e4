namespace Plenum.Server.Hosting;

/// <summary>
/// Something that the server needs before it can serve. A seam: rooms register theirs. An exception counts as a bug and
/// answers 500, which a load balancer takes for "not ready" too.
/// </summary>
public abstract class Readiness
{
    /// <summary>Null when all is well, otherwise a few words without secrets, such as "no database".</summary>
    public abstract ValueTask<string?> Missing(CancellationToken cancellation);
}
