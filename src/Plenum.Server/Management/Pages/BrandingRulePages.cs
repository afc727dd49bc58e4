using Plenum.Server.Branding;
using Plenum.Server.Branding.Store;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>Which branding is for which host name, conference or group; the first rule that fits counts.</summary>
internal static class BrandingRulePages
{
    public const string Path = "/branding/rules";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Visit visit, Brandings shown, BrandingShelf shelf, ConferenceDirectory directory, CancellationToken cancellation, string? done = null) =>
            Page(visit, shown.Planned.Plan.Rules, shown, shelf, directory, cancellation, done));
        pages.MapPost(Path, Change);
    }

    private static async Task<IResult> Page(
        Visit visit, IReadOnlyList<BrandingRule> rules, Brandings shown, BrandingShelf shelf, ConferenceDirectory directory, CancellationToken cancellation,
        string? done = null, Unacceptable? wrong = null) => new PageResult<BrandingRulesPage>(
            new
            {
                Visit = visit,
                Rules = rules,
                Brandings = (IReadOnlyList<(string, string)>)[(BrandingPlan.Default, "Default"), .. (await shelf.All(cancellation)).Select(branding => (branding.Id, branding.Name))],
                Active = shown.Planned.Plan.Active,
                Groups = directory.Groups(),
                Done = done is null ? null : "It holds for everybody who comes from now on.",
                Wrong = wrong?.Message,
            },
            wrong?.Status ?? 200);

    /// <summary>The whole list is sent each time. A line without a host, conference or group goes; a button may move one up first.</summary>
    private static async Task<IResult> Change(
        HttpContext context, Visit visit, Brandings shown, BrandingShelf shelf, BrandingPlans plans, ConferenceDirectory directory, Audit audit, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var lines = Lines(form);
        if (int.TryParse(form["up"], out var up) && up > 0 && up < lines.Count) (lines[up - 1], lines[up]) = (lines[up], lines[up - 1]);
        if (int.TryParse(form["remove"], out var gone) && gone >= 0 && gone < lines.Count) lines.RemoveAt(gone);
        var rules = lines.Where(rule => rule.Host is not null || rule.Conference is not null || rule.Group is not null).ToList();
        try
        {
            await BrandingPlanDoors.Rule(new Sent<RulesWish>(new RulesWish { Rules = rules }, new HashSet<string> { "rules" }), visit.Who, shown, shelf, plans, audit, cancellation);
            return AdminPages.Back(Path, "saved");
        }
        catch (Unacceptable e)
        {
            return await Page(visit, rules, shown, shelf, directory, cancellation, wrong: Counted(e));
        }
    }

    private static List<BrandingRule> Lines(IFormCollection form)
    {
        var (hosts, conferences, groups, brandings) = (form["host"], form["conference"], form["group"], form["branding"]);
        var count = new[] { hosts.Count, conferences.Count, groups.Count, brandings.Count }.Min();
        return [.. Enumerable.Range(0, count).Select(line => new BrandingRule(Said(hosts[line]), Said(conferences[line]), brandings[line] ?? "", Said(groups[line])))];
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The API counts from zero; people do not.</summary>
    private static Unacceptable Counted(Unacceptable e)
    {
        var place = e.Member is { } member && member.StartsWith("rules[", StringComparison.Ordinal) && int.TryParse(member[6..^1], out var zero) ? zero : -1;
        return place < 0 ? e : new Unacceptable(e.Member, e.Message.Replace($"rules[{place}]", $"Rule {place + 1}", StringComparison.Ordinal), e.Status);
    }
}
