namespace Plenum.Server.Management;

/// <summary>Every address of the admin API, as a table of contents.</summary>
internal static class AdminApi
{
    public const string Area = "/api/admin";
    public const string Root = "/api/admin/v1";
    public const string Description = Root + "/openapi.json";

    public static void MapTo(WebApplication app)
    {
        var api = app.MapGroup(Root);
        api.MapConferences();
    }
}
