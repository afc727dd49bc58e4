using Plenum.Server.Plugins;

namespace Plenum.Server.Management;

/// <summary>Every address of the admin API, as a table of contents.</summary>
internal static class AdminApi
{
    public const string Area = "/api/admin";
    public const string Root = "/api/admin/v1";
    public const string Description = Root + "/openapi.json";

    public static void MapTo(WebApplication app)
    {
        app.MapOpenApi(Description);
        var api = app.MapGroup(Root);
        foreach (var refusal in new[] { 400, 401, 403, 429, 503 }) api.ProducesProblem(refusal);
        api.MapConferences();
        api.MapLive();
        api.MapMeetings();
        api.MapAudit();
        api.MapKeys();
        api.MapAccounts();
        api.MapRegistrations();
        api.MapPluginFaults();
        api.MapBrandings();
        api.MapBrandingPlan();
        api.MapRetention();
        api.MapPeople();
        api.MapSupport();
        api.MapContentSecurity();
        api.MapBlockedCalls();
        api.MapSigning();
        api.MapCustomizations();
        api.MapUiPlugins();
        api.MapListeners();
        api.MapLibraries();
        api.MapScriptSecrets();
        api.MapScriptLogs();
        api.MapUiMessages();
        api.MapHealth();
    }
}
