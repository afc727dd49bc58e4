using Plenum.Server.Hosting;

namespace Plenum.Server.Branding;

/// <summary>
/// Looks whether the branding's folder changed, and makes what is in it now the active branding. A folder that cannot be
/// served is told once and changes nothing.
/// </summary>
internal sealed partial class BrandingWatch(BrandingFolder folder, Brandings brandings, TimeProvider time, ILogger<BrandingWatch> log) : BackgroundService
{
    /// <summary>Looking at names and times costs little, and being told of changes fails on network folders and swapped ones.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private string? _shown;
    private string? _trace;
    private string? _told;
    private bool _exempt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        do Look();
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default));
    }

    private void Look()
    {
        try
        {
            var trace = folder.Trace();
            if (trace == _trace) return;
            var files = folder.Read();
            // A file that was being written has another trace by now, and is read again at the next look.
            _trace = trace;
            _told = null;
            if (files.Hash == _shown) return;
            brandings.Show(files);
            if (_shown is not null) Changed(log, files.Hash, files.Files.Count);
            _shown = files.Hash;
            Complain(files);
            if (!_exempt && brandings.Planned.Plan.Signing.Required) Exempt(log, folder.Path);
            _exempt = true;
        }
        catch (Refused refused)
        {
            if (_told != refused.Message) Kept(log, refused.Message);
            _told = refused.Message;
        }
    }

    private void Complain(BrandingFiles files)
    {
        if (BrandingFolder.Complaint(files) is { } complaint) Broken(log, folder.Path, complaint);
    }

    [LoggerMessage(LogLevel.Information, "New branding in use: {Hash}, {Files} files")]
    private static partial void Changed(ILogger log, string hash, int files);

    [LoggerMessage(LogLevel.Warning, "The branding in use stays: {Reason}")]
    private static partial void Kept(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Packages must be signed here, but nobody asks the folder {Folder} for a signature: it is for whoever works on a branding")]
    private static partial void Exempt(ILogger log, string folder);

    [LoggerMessage(LogLevel.Warning, "The branding in {Folder} is served as it is, but no plugin will load: {Complaint}")]
    private static partial void Broken(ILogger log, string folder, string complaint);
}
