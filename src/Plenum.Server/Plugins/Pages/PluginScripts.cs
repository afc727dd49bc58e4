using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Lobby;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Plugins.Pages;

/// <summary>
/// The scripts of UI plugins, as browsers run them: classic and sloppy, from our own origin, within a function that is handed what a
/// plugin is told of the page. It lies on the script's element, where whoever put that into the page finds it; so a script that
/// throws is caught, and one that is in a page that knows nothing of plugins does nothing.
/// </summary>
internal static class PluginScripts
{
    private const string Root = "/ui-plugins";

    /// <summary>On the first line, so that the author's lines keep their numbers.</summary>
    private const string Head = "document.currentScript.plenumPlugin = function (plugin, uiService, service, sys) { ", Foot = "\n};\n";

    public static void MapTo(IEndpointRouteBuilder app) => app.MapMethods($"{Root}/{{name}}/{{file}}", LobbyDoors.Reads, Read).ExcludeFromDescription();

    /// <summary>Named after what is in it, so that it may be kept for ever and another version is another file.</summary>
    public static string Address(UiPlugin plugin) => $"{Root}/{plugin.Name}/{Hash(plugin)}.js";

    private static async Task<Results<ContentHttpResult, NotFound>> Read(string name, string file, HttpContext context, UiPlugins plugins, CancellationToken cancellation)
    {
        var headers = context.Response.Headers;
        // Pages of other apps load it too, and want to be told what is wrong in it.
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!ScriptName.TryParse(name, null, out var parsed) || await plugins.Find(parsed, cancellation) is not { Plugin: var plugin } || file != $"{Hash(plugin)}.js") return TypedResults.NotFound();
        headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Text(Head + plugin.Script + Foot, "text/javascript; charset=utf-8");
    }

    private static string Hash(UiPlugin plugin) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Head + plugin.Script)))[..20];
}
