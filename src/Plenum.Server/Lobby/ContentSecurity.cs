namespace Plenum.Server.Lobby;

/// <summary>What the app's page may load and run: its own scripts alone, and whatever plugins fetch, show and style.</summary>
internal static class ContentSecurity
{
    private const string Policy =
        "default-src 'self'; "
        + "script-src 'self'; script-src-elem 'self'; "
        // Dialogs of plugins use onclick and the like.
        + "script-src-attr 'unsafe-inline'; "
        + "style-src * 'unsafe-inline' data: blob:; img-src * data: blob:; font-src * data:; media-src * data: blob: mediastream:; "
        + "connect-src * data: blob:; frame-src * data: blob:; worker-src 'self' blob:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public static void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers["Permissions-Policy"] =
            "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), fullscreen=*, geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
    }
}
