using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Branding;

/// <summary>The brandings that are shown now, and those that open pages still use: a page keeps one branding for its life.</summary>
internal sealed partial class Brandings(BrandingShelf shelf, BrandingPlans plans, ILogger<Brandings> log) : IDisposable
{
    private const int Remembered = 16;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile ShownBrandings _shown = new(PlannedBranding.None, new Dictionary<string, BrandingFiles> { [BrandingPlan.Default] = BrandingFiles.BuiltIn });
    private volatile BrandingFiles? _folder;
    private ImmutableList<BrandingFiles> _known = [];

    public PlannedBranding Planned => _shown.Planned;

    /// <summary>Whether a folder takes the place of what would be active.</summary>
    public bool FromFolder => _folder is not null;

    public BrandingFiles Active => For(Arrival.Anywhere);

    /// <summary>The branding for everybody with all of its plugins, whomever they are rolled out to.</summary>
    public BrandingFiles Whole => _shown.Files[_shown.Planned.Plan.Active];

    public BrandingFiles For(Arrival arrival) => _shown.For(arrival);

    public ShownPage PageFor(Arrival arrival) => _shown.PageFor(arrival);

    /// <summary>The branding for everybody and those of the rules, each with all of its plugins.</summary>
    public IEnumerable<(string Branding, ShownPage Page)> PlannedPages()
    {
        var shown = _shown;
        return shown.Files.Keys.Select(branding => (branding, shown.PageOf(branding)));
    }

    /// <summary>A branding that is not planned for whoever looks at it, guarded as it would be.</summary>
    public ShownPage Previewed(BrandingFiles files) =>
        ShownPage.Of(files, files.Hash == BrandingFiles.BuiltIn.Hash ? BrandingPlan.Default : files.Hash, Planned.Plan.Security);

    /// <summary>A plugin that pages have, by its id; in this version where there are several. Null when no page has it.</summary>
    public PackagedPlugin? Plugin(string id, string version)
    {
        var known = _shown.Files.Values.Concat(_known).SelectMany(branding => branding.Judged.Plugins).Where(plugin => plugin.Id == id).ToList();
        return known.Find(plugin => plugin.Version == version) ?? known.FirstOrDefault();
    }

    /// <summary>The branding of a page that was opened with it, be it shown or not; null when there is none.</summary>
    public async ValueTask<BrandingFiles?> Find(string hash, CancellationToken cancellation)
    {
        if (Known(hash) is { } known) return known;
        if (!Hash().IsMatch(hash)) return null;
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return await Load(hash, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>What is in the folder of an operator who works on a branding is shown instead of the active one.</summary>
    public void Show(BrandingFiles folder)
    {
        _folder = folder;
        Remember(folder);
        _oneAtATime.Wait();
        try
        {
            _shown = new ShownBrandings(_shown.Planned, _shown.Files.ToDictionary(file => file.Key, file => file.Key == _shown.Planned.Plan.Active ? folder : file.Value));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Shows what the last plan says; everything that it needs is read before anything changes.</summary>
    public async Task Follow(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var planned = await plans.Last(cancellation);
            if (planned.Seq == _shown.Planned.Seq) return;
            var files = new Dictionary<string, BrandingFiles>();
            foreach (var id in planned.Plan.Rules.Select(rule => rule.Branding).Append(planned.Plan.Active).Distinct())
                files[id] = id == planned.Plan.Active && _folder is { } folder ? folder : await Load(id, cancellation) ?? Missing(id);
            var next = new ShownBrandings(planned, files);
            foreach (var branding in next.All()) Remember(branding);
            _shown = next;
            Changed(log, planned.Seq, planned.Plan.Active);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private BrandingFiles? Known(string hash) => _shown.Find(hash) ?? _known.FirstOrDefault(branding => branding.Hash == hash);

    private async Task<BrandingFiles?> Load(string id, CancellationToken cancellation)
    {
        if (id == BrandingPlan.Default || id == BrandingFiles.BuiltIn.Hash) return BrandingFiles.BuiltIn;
        if (Known(id) is { } known) return known;
        if (await shelf.Package(id, cancellation) is not { } packed) return null;
        var branding = PackedBranding.Unpack(packed);
        Remember(branding);
        return branding;
    }

    private void Remember(BrandingFiles branding) => ImmutableInterlocked.Update(
        ref _known,
        known => [branding, .. known.Where(other => other.Hash != branding.Hash).Take(Remembered - 1)]);

    private BrandingFiles Missing(string id)
    {
        Lost(log, id);
        return BrandingFiles.BuiltIn;
    }

    [GeneratedRegex(@"\A[0-9a-f]{16}\z")]
    private static partial Regex Hash();

    [LoggerMessage(LogLevel.Information, "Brandings are shown by plan {Seq}; for everybody it is {Active}")]
    private static partial void Changed(ILogger log, long seq, string active);

    [LoggerMessage(LogLevel.Error, "The branding {Id} is planned and not in the database; the built-in one is shown in its place")]
    private static partial void Lost(ILogger log, string id);
}
