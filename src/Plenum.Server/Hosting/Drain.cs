namespace Plenum.Server.Hosting;

/// <summary>
/// The server's farewell. Open streams watch <see cref="Begun"/> and end themselves without a disconnect event; it fires
/// before Kestrel starts to wait for them, otherwise they would hold the stop until its time is up.
/// </summary>
public sealed class Drain(IHostApplicationLifetime lifetime)
{
    /// <summary>How long requests in flight may take; with the rest of the farewell it stays within ten seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public CancellationToken Begun => lifetime.ApplicationStopping;
}
