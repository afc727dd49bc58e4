using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Store;
using Plenum.Tests.Branding;
using Plenum.Tests.Running;

namespace Plenum.Tests.Faults;

/// <summary>Administrators at work on brandings, who remember what they sent and what was acknowledged.</summary>
internal sealed partial class BrandingDesk(PlenumProcess server, int seed) : IDisposable
{
    private HttpClient _admin = Packages.Admin(server), _http = new() { BaseAddress = server.Address };
    private readonly Random _dice = new(seed);
    private readonly ConcurrentQueue<string> _kept = [];
    private readonly HashSet<string> _whole = [];
    private string _shown = "default";
    private string? _doubtful, _asked;
    private int _uploads, _activations, _done, _cut;

    public int Done => Volatile.Read(ref _done);

    public int Cut => Volatile.Read(ref _cut);

    /// <summary>Connections to a server that was killed are of no use to the next one.</summary>
    public void Reconnect()
    {
        Dispose();
        (_admin, _http) = (Packages.Admin(server), new HttpClient { BaseAddress = server.Address });
    }

    /// <summary>A package of several pieces with a plugin and pictures, which is in doubt until it is acknowledged.</summary>
    public async Task Upload()
    {
        var noise = new byte[300_000];
        new Random(seed + _uploads).NextBytes(noise);
        var package = Packages.Of($"kill{seed}-{_uploads++}", ("images/noise.txt", Convert.ToHexString(noise)));
        _doubtful = IncomingPackage.Of(new MemoryStream(package)).Files!.Hash;
        Assert.Equal(_doubtful, await _admin.Id(package));
        _kept.Enqueue(_doubtful);
        _doubtful = null;
        Interlocked.Increment(ref _done);
    }

    public Task KeepUploading(CancellationToken over) => Keep(Upload, over);

    /// <summary>Now a new one, now back to an older one or to what came with the program.</summary>
    public Task KeepActivating(CancellationToken over) => Keep(
        async () =>
        {
            var known = _kept.Append("default").ToList();
            _asked = known[_dice.Next(known.Count)];
            await _admin.Activate(_asked);
            (_shown, _asked) = (_asked, null);
            _activations++;
            Interlocked.Increment(ref _done);
        },
        over);

    /// <summary>What was acknowledged is there; what was in doubt is there or not; nothing else is.</summary>
    public async Task AssertKept()
    {
        var items = (await _admin.Send(HttpMethod.Get, "brandings"))["items"]!.AsArray().Select(item => ((string)item!["id"]!, (bool)item["active"]!)).ToList();
        var ids = items.Select(item => item.Item1).Where(id => id != "default").ToHashSet();
        Assert.Subset(ids, _kept.ToHashSet());
        Assert.Subset(_kept.Append(_doubtful ?? _kept.First()).ToHashSet(), ids);
        if (_doubtful is not null && ids.Contains(_doubtful)) _kept.Enqueue(_doubtful);
        var active = items.Single(item => item.Item2).Item1;
        Assert.Contains(active, (string[])[_shown, _asked ?? _shown]);
        var plans = (int)(await _admin.Send(HttpMethod.Get, "branding-plan"))["seq"]!;
        Assert.InRange(plans, _activations, _activations + (_asked is null ? 0 : 1));
        (_shown, _doubtful, _asked, _activations) = (active, null, null, plans);
    }

    /// <summary>Each stored branding is what its name says, and what is shown is served file by file as it was sent.</summary>
    public async Task AssertWhole()
    {
        foreach (var id in _kept.Where(_whole.Add)) Assert.Equal(id, (await Stored(id)).Hash);
        if (_shown == "default") Assert.Equal(BrandingFiles.BuiltIn.Hash, await Base());
        else
        {
            Assert.Equal(_shown, await Base());
            foreach (var (path, bytes) in (await Stored(_shown)).Files) Assert.Equal(bytes, await _http.GetByteArrayAsync($"/webapp2/@{_shown}/custom_configuration/{path}"));
        }
    }

    public void Dispose()
    {
        _admin.Dispose();
        _http.Dispose();
    }

    private async Task<BrandingFiles> Stored(string id) => PackedBranding.Unpack(await _admin.GetByteArrayAsync($"brandings/{id}/package"));

    private async Task<string> Base() => Based().Match(await _http.GetStringAsync("/webapp2/")).Groups[1].Value;

    private async Task Keep(Func<Task> step, CancellationToken over)
    {
        try
        {
            while (!over.IsCancellationRequested) await step();
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException)
        {
            Interlocked.Increment(ref _cut);
        }
    }

    [GeneratedRegex("<base href=\"/webapp2/@([0-9a-f]+)/\"")]
    private static partial Regex Based();
}
