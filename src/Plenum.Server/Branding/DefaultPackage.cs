using System.Text;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Branding;

/// <summary>The package that somebody begins with: what is shown when nothing is branded, under a new id.</summary>
internal static class DefaultPackage
{
    public static byte[] Made(TimeProvider time) => PackedBranding.Pack(new Dictionary<string, byte[]>
    {
        ["settings.json"] = Encoding.UTF8.GetBytes("{\n  \"plugins\": []\n}\n"),
        ["manifest.json"] = Encoding.UTF8.GetBytes(
            $"{{\n  \"brandingID\": \"{time.GetUtcNow().ToUnixTimeMilliseconds()}\",\n  \"isSettingsBranded\": true,\n  \"isWatermarkBranded\": false,\n  \"isStylesBranded\": false\n}}\n"),
    });
}
