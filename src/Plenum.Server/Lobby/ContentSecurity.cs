using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Lobby;

/// <summary>
/// What our pages may load and run. The app: scripts of its own and of the administrator's list, and whatever plugins
/// fetch, show and style. Pages without plugins: what the server itself sends, nothing else.
/// </summary>
internal sealed class ContentSecurity(PageSettings settings)
{
    private readonly string _app =
        "default-src 'self'; "
        + $"script-src 'self'{Listed(settings.ScriptSources)}; script-src-elem 'self'{Listed(settings.ScriptSources)}; "
        // Dialogs of plugins use onclick and the like.
        + "script-src-attr 'unsafe-inline'; "
        + "style-src * 'unsafe-inline' data: blob:; img-src * data: blob:; font-src * data:; media-src * data: blob: mediastream:; "
        + "connect-src * data: blob:; frame-src * data: blob:; worker-src 'self' blob:; "
        + $"object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors{Framing(settings)}";

    private readonly string _plain = Plain(Framing(settings));
    private readonly string _unframed = Plain(" 'none'");

    public void ForApp(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = _app;
        headers["Permissions-Policy"] =
            "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), fullscreen=*, geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
    }

    public void ForPages(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = _plain;
        headers["Permissions-Policy"] = "camera=(), microphone=(), display-capture=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    /// <summary>As other pages, but no site whatsoever may show them in a frame of its own.</summary>
    public void ForAdministration(IHeaderDictionary headers)
    {
        ForPages(headers);
        headers.ContentSecurityPolicy = _unframed;
        headers.XFrameOptions = "DENY";
    }

    private static string Plain(string framing) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + $"base-uri 'none'; form-action 'self'; frame-ancestors{framing}";

    private static string Framing(PageSettings settings) => settings.FrameAncestors.Count == 0 ? " 'self'" : Listed(settings.FrameAncestors);

    private static string Listed(IReadOnlyList<string> sources) => string.Concat(sources.Select(source => " " + source));
}
