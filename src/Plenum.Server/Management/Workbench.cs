using Plenum.Server.Branding;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Branding.Store;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Management;

/// <summary>What lies ready for whoever makes a branding in the portal: customizations, plugins to pick, and where brandings go.</summary>
internal sealed record Workbench(CustomizationShelf Shelf, OfficialPlugins Official, InstalledPlugins Installed, Audit Audit, Limits Limits);

/// <summary>Where a branding that was built goes, and how it is shown.</summary>
internal sealed record BrandingStand(BrandingShelf Shelf, Brandings Shown, BrandingPlans Plans, PreviewSeal Seal, TimeProvider Time);
