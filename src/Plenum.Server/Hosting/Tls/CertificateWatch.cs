namespace Plenum.Server.Hosting.Tls;

/// <summary>Looks whether the certificate's files changed. An unusable new file is told once and changes nothing.</summary>
internal sealed partial class CertificateWatch(Certificates certificates, TimeProvider time, ILogger<CertificateWatch> log) : BackgroundService
{
    /// <summary>Reading two small files costs nothing, and watching folders misses swapped links.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private string? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
            Look();
    }

    private void Look()
    {
        try
        {
            if (certificates.Refresh(time.GetUtcNow()))
                Replaced(log, certificates.Until);
            told = null;
        }
        catch (Refused refused)
        {
            if (told != refused.Message)
                Kept(log, refused.Message);
            told = refused.Message;
        }
    }

    [LoggerMessage(LogLevel.Information, "New certificate in use, valid until {Until:u}")]
    private static partial void Replaced(ILogger log, DateTimeOffset until);

    [LoggerMessage(LogLevel.Warning, "The certificate in use stays: {Reason}")]
    private static partial void Kept(ILogger log, string reason);
}
