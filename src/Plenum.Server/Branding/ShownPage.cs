using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Security;

namespace Plenum.Server.Branding;

/// <summary>What a page is opened with: the files of its branding and what it may reach, both of one plan.</summary>
internal sealed record ShownPage(BrandingFiles Files, PagePolicy Policy)
{
    public static ShownPage Of(BrandingFiles files, string branding, ContentRules rules) => new(files, PagePolicy.Of(rules, branding, Listed(files)));

    /// <summary>The plugins that the app finds in a branding.</summary>
    public static IReadOnlyList<PackagedPlugin> Listed(BrandingFiles files) => files.Judged.Manifest.Settings ? files.Judged.Plugins : [];
}
