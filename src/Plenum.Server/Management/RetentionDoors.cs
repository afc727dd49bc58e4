using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Management;

/// <summary>How long things are kept that tell of people. Only owners come in here.</summary>
internal static class RetentionDoors
{
    public static void MapRetention(this IEndpointRouteBuilder api)
    {
        var retention = api.MapGroup("retention").WithTags("Privacy");
        retention.MapGet("", Read).WithName("readRetention").WithSummary("How long what is kept, and who says so");
        retention.MapPatch("", Choose).Accepts<RetentionWish>("application/json").WithName("changeRetention").WithSummary("Chooses how long things are kept; null gives one back to the configuration").Refuses(415, 422);
    }

    public static async Task<Ok<IReadOnlyList<RetentionBody>>> Read(RetentionChoices choices, CancellationToken cancellation)
    {
        var chosen = await choices.All(cancellation);
        return TypedResults.Ok<IReadOnlyList<RetentionBody>>([.. RetentionPart.All.Select(part =>
            RetentionBody.Of(part, choices.Configured, chosen.FirstOrDefault(choice => choice.Part == part)))]);
    }

    public static async Task<Ok<IReadOnlyList<RetentionBody>>> Choose(
        Sent<RetentionWish> sent, Administrator who, RetentionChoices choices, Forgetting forgetting, Audit audit, CancellationToken cancellation)
    {
        var wanted = RetentionPart.All.Where(part => sent.Mentions(part.Name)).ToDictionary(part => part, part => sent.Wish.Of(part));
        if (wanted.Count == 0) throw new Unacceptable(null, $"Send one or more of {string.Join(", ", RetentionPart.All.Select(part => part.Name))}.");
        foreach (var (part, amount) in wanted)
        {
            if (amount is { } asked && !(asked >= part.Least && asked <= part.Most))
                throw new Unacceptable(part.Name, $"{part.Name} is between {Text(part.Least)} and {Text(part.Most)} {part.Unit}, or null for what the configuration says.");
        }

        var before = await choices.Now(cancellation);
        var after = wanted.Aggregate(before, (kept, one) => one.Key.With(kept, one.Value ?? one.Key.Of(choices.Configured)));
        if ((sent.Mentions("chatHours") || sent.Mentions("timelineDays")) && after.ChatHours > after.TimelineDays * 24)
            throw new Unacceptable("chatHours", "Chat text cannot be kept longer than the meetings that it was written in.");
        var detail = string.Join(", ", wanted.Select(one => $"{one.Key.Name} {Text(one.Key.Of(before))} to {Text(one.Key.Of(after))}{(one.Value is null ? " by the configuration" : "")}"));
        await choices.Choose(wanted, who.Name, transaction => audit.Note(transaction, who, "retention changed", "retention", detail), cancellation);
        forgetting.Soon();
        return await Read(choices, cancellation);
    }

    private static string Text(double amount) => amount.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How long things should be kept; what is absent stays.</summary>
internal sealed record RetentionWish
{
    public double? ChatHours { get; init; }

    public double? TimelineDays { get; init; }

    public double? AuditDays { get; init; }

    public double? PluginFaultDays { get; init; }

    public double? ScriptLogDays { get; init; }

    public double? Of(RetentionPart part) => part.Name switch
    {
        "chatHours" => ChatHours,
        "timelineDays" => TimelineDays,
        "auditDays" => AuditDays,
        "pluginFaultDays" => PluginFaultDays,
        _ => ScriptLogDays,
    };
}

/// <summary>How long one thing is kept. <c>from</c> is <c>choice</c>, <c>configuration</c>, or <c>default</c>.</summary>
public sealed record RetentionBody(
    string Name, string Title, double Amount, string Unit, string From, double Configured, double Least, double Most, DateTimeOffset? ChosenAt, string? ChosenBy)
{
    private static readonly RetentionSettings Usual = new();

    internal static RetentionBody Of(RetentionPart part, RetentionSettings configured, RetentionChoice? chosen) => new(
        part.Name,
        part.Title,
        chosen?.Amount ?? part.Of(configured),
        part.Unit,
        chosen is not null ? "choice" : part.Of(configured).Equals(part.Of(Usual)) ? "default" : "configuration",
        part.Of(configured),
        part.Least,
        part.Most,
        chosen?.At,
        chosen?.Who);
}
