using System.Globalization;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>How long things are kept that tell of people.</summary>
internal static class RetentionPages
{
    public const string Path = "/retention";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Visit visit, RetentionChoices choices, CancellationToken cancellation, string? done = null) => Page(visit, choices, cancellation, done));
        pages.MapPost(Path, Choose);
    }

    private static async Task<IResult> Page(Visit visit, RetentionChoices choices, CancellationToken cancellation, string? done = null, Unacceptable? wrong = null) =>
        new PageResult<RetentionPage>(
            new { Visit = visit, Parts = (await RetentionDoors.Read(choices, cancellation)).Value!, Done = done is null ? null : "Saved. What is older is being forgotten.", Wrong = wrong },
            wrong?.Status ?? 200);

    private static async Task<IResult> Choose(HttpContext context, Visit visit, RetentionChoices choices, Forgetting forgetting, Audit audit, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        try
        {
            await RetentionDoors.Choose(Read(form), visit.Who, choices, forgetting, audit, cancellation);
            return AdminPages.Back(Path, "saved");
        }
        catch (Unacceptable e)
        {
            return await Page(visit, choices, cancellation, wrong: e);
        }
    }

    /// <summary>What is left empty goes back to the configuration.</summary>
    private static Sent<RetentionWish> Read(IFormCollection form) => new(
        new RetentionWish
        {
            ChatHours = Number(form, "chatHours"),
            TimelineDays = Number(form, "timelineDays"),
            AuditDays = Number(form, "auditDays"),
            PluginFaultDays = Number(form, "pluginFaultDays"),
            ScriptLogDays = Number(form, "scriptLogDays"),
        },
        RetentionPart.All.Select(part => part.Name).Where(form.ContainsKey).ToHashSet());

    private static double? Number(IFormCollection form, string name) => $"{form[name]}".Trim() switch
    {
        "" => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => throw new Unacceptable(name, "This must be a number, or empty for what the configuration says."),
    };
}
