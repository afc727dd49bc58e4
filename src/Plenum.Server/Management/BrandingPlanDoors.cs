using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Store;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;

namespace Plenum.Server.Management;

/// <summary>Who is shown which branding, and which plugins are rolled out to whom.</summary>
internal static class BrandingPlanDoors
{
    public const int MostLines = 200;
    private const int MostRules = 200;

    public static void MapBrandingPlan(this IEndpointRouteBuilder api)
    {
        var plan = api.MapGroup("branding-plan").WithTags("Brandings");
        plan.MapGet("", Read).WithName("readBrandingPlan").WithSummary("Which branding is active, the rules for hosts and conferences, and the roll-out of plugins");
        plan.MapGet("history", History).WithName("readBrandingHistory").WithSummary("The plans that were made, newest first").Refuses(422);
        plan.MapPut("rules", Rule).Accepts<RulesWish>("application/json").WithName("setBrandingRules").WithSummary("Replaces the rules; the first that fits counts").Refuses(409, 415, 422);
        plan.MapPut("rollout", RollOut).Accepts<RolloutWish>("application/json").WithName("setPluginRollout").WithSummary("Replaces the roll-out of plugins").Refuses(415, 422);
        plan.MapPost("plugins-off", (Administrator who, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) =>
            Switch(true, who, brandings, plans, audit, cancellation)).WithName("turnPluginsOff").WithSummary("Turns all plugins off for whoever comes from now on, and keeps every choice");
        plan.MapPost("plugins-on", (Administrator who, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) =>
            Switch(false, who, brandings, plans, audit, cancellation)).WithName("turnPluginsOn").WithSummary("Takes plugins-off back");
    }

    public static Ok<BrandingPlanBody> Read(Administrator who, Brandings brandings) => TypedResults.Ok(BrandingPlanBody.Of(brandings.Planned));

    public static async Task<Ok<IReadOnlyList<BrandingPlanBody>>> History(Administrator who, BrandingPlans plans, CancellationToken cancellation, int take = 50)
    {
        if (take is < 1 or > MostLines) throw new Unacceptable("take", $"take is between 1 and {MostLines}.");
        return TypedResults.Ok<IReadOnlyList<BrandingPlanBody>>([.. (await plans.History(take, cancellation)).Select(BrandingPlanBody.Of)]);
    }

    public static async Task<Ok<BrandingPlanBody>> Rule(
        Sent<RulesWish> sent, Administrator who, Brandings brandings, BrandingShelf shelf, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        var wanted = sent.Wish.Rules ?? throw new Unacceptable("rules", "rules is required: a list, empty for none.");
        if (wanted.Count > MostRules) throw new Unacceptable("rules", $"There may be {MostRules} rules.");
        var there = (await shelf.All(cancellation)).Select(branding => branding.Id).Append(BrandingPlan.Default).ToHashSet();
        var rules = wanted.Select((rule, index) => Judged(rule, $"rules[{index}]", there)).ToList();
        foreach (var id in rules.Select(rule => rule.Branding).Distinct().Except(brandings.Planned.Plan.Rules.Select(rule => rule.Branding)))
            if (await brandings.Find(id == BrandingPlan.Default ? BrandingFiles.BuiltIn.Hash : id, cancellation) is { } files && await SigningDoors.Against(files, plans, cancellation) is { } unsigned)
                throw new Unacceptable("rules", unsigned.ProblemDetails.Detail!, StatusCodes.Status409Conflict);
        return await Changed(who, plan => plan with { Rules = rules }, "branding rules set", $"{rules.Count} rules", brandings, plans, audit, cancellation);
    }

    public static Task<Ok<BrandingPlanBody>> RollOut(
        Sent<RolloutWish> sent, Administrator who, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        var wish = sent.Wish;
        if (wish.Plugins is { Count: > MostRules }) throw new Unacceptable("plugins", $"There may be {MostRules} plugins.");
        var plugins = wish.Plugins?.ToDictionary(plugin => plugin.Key, plugin => Judged(plugin.Key, plugin.Value));
        return Changed(
            who,
            plan => plan with { Rollout = new Rollout { AllOff = wish.AllOff ?? plan.Rollout.AllOff, Plugins = plugins ?? plan.Rollout.Plugins } },
            "plugins rolled out", string.Join(", ", wish.Plugins?.Keys ?? []), brandings, plans, audit, cancellation);
    }

    public static Task<Ok<BrandingPlanBody>> Switch(bool off, Administrator who, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) => Changed(
        who, plan => plan with { Rollout = plan.Rollout with { AllOff = off } }, off ? "all plugins turned off" : "plugins turned on again", "", brandings, plans, audit, cancellation);

    private static async Task<Ok<BrandingPlanBody>> Changed(
        Administrator who, Func<BrandingPlan, BrandingPlan> change, string what, string detail, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        var planned = await plans.Change(who.Name, change, transaction => audit.Note(transaction, who, what, "branding plan", detail), cancellation);
        await brandings.Follow(CancellationToken.None);
        return TypedResults.Ok(BrandingPlanBody.Of(planned));
    }

    private static BrandingRule Judged(BrandingRule? rule, string member, HashSet<string> there)
    {
        if (rule is null || (rule.Host is null && rule.Conference is null && rule.Group is null)) throw new Unacceptable(member, $"{member} needs a host, a conference, a group, or several of them.");
        if (rule.Branding is null || !there.Contains(rule.Branding)) throw new Unacceptable(member, $"{member}.branding is the id of a branding that is here, or default; list them to see which there are.");
        if (rule.Conference is { } conference && !ConferenceAlias.TryParse(conference, null, out _)) throw new Unacceptable(member, $"{member}.conference is an alias of a conference.");
        if (rule.Host is { } host && Uri.CheckHostName(host.Trim('[', ']')) is UriHostNameType.Unknown) throw new Unacceptable(member, $"{member}.host is a host name without scheme and port, such as meet.example.org.");
        if (rule.Group is not null && GroupName.Parse(rule.Group) is null) throw new Unacceptable(member, $"{member}.group: {GroupName.Rule}");
        return rule with { Group = GroupName.Parse(rule.Group) };
    }

    private static PluginReach Judged(string plugin, PluginReach? reach)
    {
        if (reach?.Roles is null || reach.Conferences is null || reach.Groups is null) throw new Unacceptable("plugins", $"plugins.{plugin} is an object with off, roles, conferences or groups; lists cannot be null.");
        if (reach.Roles.FirstOrDefault(role => role is not ("chair" or "guest")) is { } odd) throw new Unacceptable("plugins", $"plugins.{plugin}.roles has \"{odd}\"; there are chair and guest.");
        if (reach.Conferences.FirstOrDefault(alias => !ConferenceAlias.TryParse(alias, null, out _)) is { } wrong) throw new Unacceptable("plugins", $"plugins.{plugin}.conferences has \"{wrong}\", which is no alias.");
        if (reach.Groups.FirstOrDefault(group => GroupName.Parse(group) is null) is { } none) throw new Unacceptable("plugins", $"plugins.{plugin}.groups has \"{none}\". {GroupName.Rule}");
        return reach with { Groups = [.. reach.Groups.Select(group => GroupName.Parse(group)!).Distinct()] };
    }
}

/// <summary>The rules that are wanted, all of them.</summary>
internal sealed record RulesWish
{
    public IReadOnlyList<BrandingRule>? Rules { get; init; }
}

/// <summary>The roll-out that is wanted; what is absent stays.</summary>
internal sealed record RolloutWish
{
    public bool? AllOff { get; init; }

    public IReadOnlyDictionary<string, PluginReach>? Plugins { get; init; }
}

/// <summary>A plan as the API tells it.</summary>
public sealed record BrandingPlanBody(long Seq, DateTimeOffset? At, string Who, string Active, IReadOnlyList<BrandingRule> Rules, Rollout Rollout, ContentRules Security)
{
    public static BrandingPlanBody Of(PlannedBranding planned) => new(
        planned.Seq, planned.Seq == 0 ? null : planned.At, planned.Who, planned.Plan.Active, planned.Plan.Rules, planned.Plan.Rollout, planned.Plan.Security);
}
