namespace Plenum.Tests.Browsers;

/// <summary>The browser of the system, and how tests start it: no network of its own, nothing remembered.</summary>
internal static class Chromium
{
    /// <summary>
    /// The browser's own list of suggestions would be made ready as a page beside each of ours, at thrice the price of ours.
    /// A page to have at hand is never used by a browser that gives each person a fresh profile.
    /// The others are what Playwright leaves out, since of two such lists only the last counts.
    /// </summary>
    private static readonly string[] Left =
    [
        "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
        "BlockOriginHeaderModificationOnRedirect", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades",
        "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "SpareRendererForSitePerProcess", "ThirdPartyStoragePartitioning", "Translate",
    ];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--disable-features=" + string.Join(',', Left),
    ];

    private static readonly string[] WithMedia =
        ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required"];

    public static string Path { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(folder => (string[])[System.IO.Path.Combine(folder, "chromium"), System.IO.Path.Combine(folder, "chromium-browser")])
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed: apt-get install chromium");

    /// <summary>Flags for a browser without devices, or with a camera and a microphone that always play the same.</summary>
    public static string[] Flags(bool media) => media ? [.. Quiet, .. WithMedia] : Quiet;
}
