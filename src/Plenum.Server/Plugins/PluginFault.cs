using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Conferences.Doors;

namespace Plenum.Server.Plugins;

/// <summary>
/// What went wrong in a plugin, as a browser tells it. Nothing of it is proven, so all of it is short and none of it is trusted.
/// It happened as often as <c>Times</c> says since that browser told of it last.
/// </summary>
internal sealed record PluginFault(string Plugin, string Version, string Entry, string Message, string Stack, int Times)
{
    private const int LongestName = 200;
    private const int LongestMessage = 500;
    private const int LongestStack = 4000;
    private const int MostTimes = 10_000;

    /// <summary>The same plugin of the same version failing with the same words is the same fault, whoever it happened to.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Plugin}\n{Version}\n{Entry}\n{Message}")))[..32];

    public static PluginFault Read(Body body)
    {
        var plugin = RoomVerbs.Cut(body.NeededText("plugin").Trim(), LongestName);
        if (plugin.Length == 0) throw new Unreadable("plugin is required");
        return new PluginFault(
            plugin,
            RoomVerbs.Cut(body.Text("version") ?? "", LongestName),
            RoomVerbs.Cut(body.Text("entry") ?? "", LongestName),
            RoomVerbs.Cut(body.NeededText("message"), LongestMessage),
            RoomVerbs.Cut(body.Text("stack") ?? "", LongestStack),
            (int)Math.Clamp(body.Number("count") ?? 1, 1, MostTimes));
    }
}
