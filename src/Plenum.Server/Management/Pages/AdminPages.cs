namespace Plenum.Server.Management.Pages;

/// <summary>Every page of the administrators, as a table of contents. Whatever they do, the admin API does too.</summary>
internal static class AdminPages
{
    public const string Root = "/admin";

    public static void MapTo(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Root);
        SignInDoors.MapTo(pages);
        OverviewDoors.MapTo(pages);
        ConferencePages.MapTo(pages);
        LivePages.MapTo(pages);
        BrandingPages.MapTo(pages);
        PortalPages.MapTo(pages);
        PluginPages.MapTo(pages);
        Security.SecurityPages.MapTo(pages);
        Security.SigningPages.MapTo(pages);
        AccountPages.MapTo(pages);
        AuditPages.MapTo(pages);
        RetentionPages.MapTo(pages);
        PeoplePages.MapTo(pages);
        SupportPages.MapTo(pages);
        Scripts.UiPluginPages.MapTo(pages);
        Scripts.ListenerPages.MapTo(pages);
        Scripts.ScriptLogPages.MapTo(pages);
    }

    /// <summary>After a change the page is asked for anew, so that reloading it changes nothing again.</summary>
    public static IResult Back(string path, string done, string? about = null) =>
        TypedResults.LocalRedirect($"{Root}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}{(about is null ? "" : $"&about={Uri.EscapeDataString(about)}")}");
}
