using System.Text.Json.Nodes;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Scripting.Sys.Shared;

/// <summary><c>sys.app</c>, and the libraries that scripts share as <c>app.NAME</c>.</summary>
internal sealed class AppRoom(ServerSettings settings, LibraryShelf libraries) : SysRoom
{
    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["app.about"] = (_, _, _) => Task.FromResult(Given.Of(About)),
        ["app.library"] = async (given, _, ended) => Given.Of(await libraries.Source(given.Text(0, "The name"), ended) is { } source ? JsonValue.Create(source) : null),
    };

    private JsonObject About => new()
    {
        ["label"] = "Plenum",
        ["name"] = "plenum",
        ["env"] = settings.Demo ? "dev" : "prod",
        ["url"] = settings.Pages.Node ?? $"{settings.Addresses()[0]}",
        ["version"] = ProductVersion.Text,
        ["language"] = "en",
        ["timezone"] = new JsonObject { ["id"] = TimeZoneInfo.Local.Id, ["label"] = TimeZoneInfo.Local.DisplayName },
    };
}
