using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Security;
using Plenum.Server.Plugins;

namespace Plenum.Server.Management;

/// <summary>What pages' policies kept plugins from, for administrators.</summary>
internal static class BlockedCallsDoor
{
    public static void MapBlockedCalls(this IEndpointRouteBuilder api)
    {
        api.MapGet("blocked-calls", Read).WithTags("Content security").WithName("readBlockedCalls")
            .WithSummary("What pages' policies kept plugins from, as browsers told it, the latest first").Refuses(422);
        api.MapDelete("blocked-calls", Forget).WithTags("Content security").WithName("forgetBlockedCalls").WithSummary("Forgets what was told, of one plugin or of all");
    }

    public static async Task<Ok<IReadOnlyList<BlockedCallBody>>> Read(
        Administrator who, BlockedCalls calls, Brandings brandings, CancellationToken cancellation, string? plugin = null, int take = 100)
    {
        if (take is < 1 or > BlockedCalls.Most) throw new Unacceptable("take", $"take is between 1 and {BlockedCalls.Most}.");
        var rules = brandings.Planned.Plan.Security;
        return TypedResults.Ok<IReadOnlyList<BlockedCallBody>>([.. (await calls.Read(plugin, take, cancellation)).Select(call => BlockedCallBody.Of(call, rules))]);
    }

    public static async Task<NoContent> Forget(Administrator who, BlockedCalls calls, Audit audit, CancellationToken cancellation, string? plugin = null)
    {
        await calls.Forget(plugin, transaction => audit.Note(transaction, who, "blocked calls forgotten", plugin ?? "all plugins"), cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>
/// A plugin that was kept from a site: by which part of the policy, how often as apps told it, and in how many pages as their
/// browsers did. Nothing of it is proven. <c>Allowed</c> says that the plan lets it through by now.
/// </summary>
public sealed record BlockedCallBody(
    string Plugin, string Version, string Directive, string Origin, string Conference, long Times, long Pages, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    bool Scripts, bool Allowable, bool Allowed)
{
    internal static BlockedCallBody Of(BlockedRow row, ContentRules rules)
    {
        var (scripts, plugin) = (BlockedCall.OfScripts(row.Directive), rules.For(row.Plugin));
        return new BlockedCallBody(
            row.Plugin, row.Version, row.Directive, row.Origin, row.Conference, row.Times, row.Pages,
            DateTimeOffset.FromUnixTimeMilliseconds(row.FirstAt), DateTimeOffset.FromUnixTimeMilliseconds(row.LastAt),
            scripts, BlockedCall.Allowable(row.Plugin, row.Directive, row.Origin),
            (scripts ? plugin.Scripts : plugin.Origins).Any(listed => SiteOrigin.Covers(listed, row.Origin)));
    }
}
