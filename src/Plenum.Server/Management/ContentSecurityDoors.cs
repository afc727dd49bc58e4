using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Store;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management;

/// <summary>Which sites pages with plugins may reach: per branding and per plugin, and what that comes to for each page.</summary>
internal static class ContentSecurityDoors
{
    public const int MostSites = 20;
    private const int MostNamed = 200;

    /// <summary>All of them are in a header of every page, and proxies take only so much of one.</summary>
    private const int MostInAll = 60;

    public static void MapContentSecurity(this IEndpointRouteBuilder api)
    {
        var security = api.MapGroup("branding-plan/content-security").WithTags("Content security");
        security.MapGet("", Read).WithName("readContentSecurity").WithSummary("What is decided, and the policy that the pages of each branding in the plan get by it");
        security.MapPut("", Set).Accepts<ContentSecurityWish>("application/json").WithName("setContentSecurity").WithSummary("Replaces what is decided for the brandings and plugins that are named; others stay").Refuses(404, 415, 422);
        security.MapPost("allow", Allow).Accepts<AllowWish>("application/json").WithName("allowSite").WithSummary("Lets one plugin reach one more site, or build code from text (origin eval)").Refuses(415, 422);
    }

    public static Ok<ContentSecurityBody> Read(Administrator who, Brandings brandings, ContentSecurity written) => TypedResults.Ok(Told(brandings, written));

    public static async Task<Results<Ok<ContentSecurityBody>, ProblemHttpResult>> Set(
        Sent<ContentSecurityWish> sent, Administrator who, Brandings brandings, BrandingShelf shelf, BrandingPlans plans, Audit audit, ContentSecurity written, CancellationToken cancellation)
    {
        var (named, plugins) = (sent.Wish.Brandings ?? new Dictionary<string, BrandingPolicy>(), sent.Wish.Plugins ?? new Dictionary<string, PluginAllowance>());
        foreach (var (id, policy) in named)
        {
            if (policy is null) throw new Unacceptable("brandings", $"brandings.{id} is an object with mode and closed.");
            if (id != BrandingPlan.Default && await shelf.Find(id, cancellation) is null) return Problem.NotFound("branding");
        }
        var judged = plugins.ToDictionary(plugin => plugin.Key, plugin => Judged(plugin.Key, plugin.Value));
        var detail = string.Join("; ", named.Select(one => $"branding {one.Key}: {one.Value.Mode.InWords()}{(one.Value.Closed ? ", closed" : "")}")
            .Concat(judged.Select(one => $"{one.Key}: {(one.Value.Closed ? "closed" : "open")} {string.Join(' ', one.Value.Origins.Concat(one.Value.Scripts).Concat(one.Value.BuildsCode ? ["builds code"] : []))}".TrimEnd())));
        await Change(who, rules => Within(rules with { Brandings = Merged(rules.Brandings, named), Plugins = Merged(rules.Plugins, judged) }), "content security set", detail, brandings, plans, audit, cancellation);
        return TypedResults.Ok(Told(brandings, written));
    }

    public static async Task<Ok<ContentSecurityBody>> Allow(
        Sent<AllowWish> sent, Administrator who, Brandings brandings, BrandingPlans plans, Audit audit, ContentSecurity written, CancellationToken cancellation)
    {
        var wish = sent.Wish;
        if (string.IsNullOrWhiteSpace(wish.Plugin) || PluginIds.Wrong(wish.Plugin) is not null) throw new Unacceptable("plugin", "plugin is the id of a plugin, as its package file has it.");
        var code = wish.Origin == PluginAllowance.Code;
        var site = code ? PluginAllowance.Code : Site(wish.Origin, "origin");
        var scripts = code || (wish.Scripts ?? false);
        await Change(
            who, rules => Within(Checked(wish.Plugin, rules.Allowing(wish.Plugin, site, scripts))),
            "site allowed", $"{wish.Plugin}: {(code ? "builds code" : site)}{(scripts && !code ? ", scripts" : "")}", brandings, plans, audit, cancellation);
        return TypedResults.Ok(Told(brandings, written));
    }

    public static ContentSecurityBody Told(Brandings brandings, ContentSecurity written)
    {
        var plan = brandings.Planned.Plan;
        return new ContentSecurityBody(plan.Security, [.. brandings.PlannedPages().Select(page => GuardedPage.Of(page.Branding, page.Page.Policy, plan, written))]);
    }

    private static async Task Change(
        Administrator who, Func<ContentRules, ContentRules> change, string what, string detail, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        await plans.Change(who.Name, plan => plan with { Security = change(plan.Security) }, transaction => audit.Note(transaction, who, what, "branding plan", detail), cancellation);
        await brandings.Follow(CancellationToken.None);
    }

    private static PluginAllowance Judged(string plugin, PluginAllowance? wanted)
    {
        if (PluginIds.Wrong(plugin) is { } wrong) throw new Unacceptable("plugins", $"The id \"{Findings.Printable(plugin)}\" {wrong}.");
        if (wanted is null) throw new Unacceptable("plugins", $"plugins.{plugin} is an object with closed, origins, scripts and buildsCode.");
        return Checked(plugin, new ContentRules
        {
            Plugins = new Dictionary<string, PluginAllowance>
            {
                [plugin] = wanted with
                {
                    Origins = [.. wanted.Origins.Select(site => Site(site, "plugins")).Distinct()],
                    Scripts = [.. wanted.Scripts.Select(site => Site(site, "plugins")).Distinct()],
                },
            },
        }).Plugins[plugin];
    }

    private static ContentRules Checked(string plugin, ContentRules rules) =>
        rules.For(plugin) is { Origins.Count: <= MostSites, Scripts.Count: <= MostSites } ? rules
        : throw new Unacceptable("plugins", $"A plugin may have {MostSites} sites, and {MostSites} for scripts; take one out that {plugin} does not need, or allow several by a star: https://*.example.org.");

    private static ContentRules Within(ContentRules rules)
    {
        if (rules.Brandings.Count > MostNamed || rules.Plugins.Count > MostNamed) throw new Unacceptable("plugins", $"There may be rules for {MostNamed} brandings and {MostNamed} plugins.");
        if (rules.Plugins.Values.SelectMany(plugin => plugin.Origins.Concat(plugin.Scripts)).Distinct().Count() > MostInAll)
            throw new Unacceptable("plugins", $"All plugins together may have {MostInAll} sites, since each page is sent the list; take out what is not needed any more.");
        return rules;
    }

    private static string Site(string? typed, string member)
    {
        var (site, why) = SiteOrigin.Of(typed);
        return why is null ? site : throw new Unacceptable(member, $"\"{Findings.Printable(typed ?? "")}\" cannot be allowed: {why}.");
    }

    private static Dictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> named) =>
        before.Where(one => !named.ContainsKey(one.Key)).Concat(named).ToDictionary(one => one.Key, one => one.Value);
}
