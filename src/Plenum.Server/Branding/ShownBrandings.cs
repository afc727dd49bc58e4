using System.Collections.Concurrent;
using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Branding;

/// <summary>One plan with the files of every branding in it: replaced whole, so that nobody gets something of two plans.</summary>
internal sealed class ShownBrandings(PlannedBranding planned, IReadOnlyDictionary<string, BrandingFiles> files)
{
    private const int MostAudiences = 1_000;

    private readonly ConcurrentDictionary<string, BrandingFiles> _rolledOut = [];

    public PlannedBranding Planned => planned;

    public IReadOnlyDictionary<string, BrandingFiles> Files => files;

    public BrandingFiles? Find(string hash) =>
        files.Values.FirstOrDefault(branding => branding.Hash == hash) ?? _rolledOut.Values.FirstOrDefault(branding => branding.Hash == hash);

    public BrandingFiles For(Arrival arrival) => RolledOutTo(files[Branding(arrival)], arrival);

    public ShownPage PageFor(Arrival arrival) => ShownPage.Of(For(arrival), Branding(arrival), planned.Plan.Security);

    /// <summary>Everything that somebody may be given, so that pages find their files after a restart too.</summary>
    public IEnumerable<BrandingFiles> All()
    {
        var reaches = planned.Plan.Rollout.Plugins.Values;
        IReadOnlyList<string>[] aliases = [[], .. reaches.SelectMany(reach => reach.Conferences).Distinct().Select(alias => (string[])[alias])];
        IReadOnlyList<string>[] groups = [[], .. reaches.SelectMany(reach => reach.Groups).Distinct().Select(group => (string[])[group])];
        var audiences = aliases.SelectMany(some => groups.Select(others => new Arrival("", some, others))).Take(MostAudiences).ToList();
        return files.Values.Concat(files.Values.SelectMany(branding => audiences.Select(audience => RolledOutTo(branding, audience)))).DistinctBy(branding => branding.Hash);
    }

    /// <summary>With every plugin that some conference gets, since each of them has a page somewhere.</summary>
    public ShownPage PageOf(string branding)
    {
        var rollout = planned.Plan.Rollout;
        var somewhere = ShownPage.Listed(files[branding]).Where(plugin => !rollout.AllOff && rollout.Plugins.GetValueOrDefault(plugin.Id) is not { Off: true });
        return new ShownPage(files[branding], PagePolicy.Of(planned.Plan.Security, branding, [.. somewhere]));
    }

    private string Branding(Arrival arrival) => planned.Plan.Rules.FirstOrDefault(rule => rule.Fits(arrival))?.Branding ?? planned.Plan.Active;

    private BrandingFiles RolledOutTo(BrandingFiles branding, Arrival arrival)
    {
        var rollout = planned.Plan.Rollout;
        if (!rollout.AllOff && rollout.Plugins.Count == 0) return branding;
        var reached = string.Concat(branding.Judged.Plugins.Select(plugin => rollout.Reaches(plugin.Id, arrival) ? '1' : '0'));
        return _rolledOut.GetOrAdd($"{branding.Hash} {reached}", _ => RolledOut.For(branding, rollout, arrival));
    }
}
