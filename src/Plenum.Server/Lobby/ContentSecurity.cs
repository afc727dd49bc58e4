using Plenum.Server.Branding.Security;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Lobby;

/// <summary>
/// What our pages may load and run. The app: scripts of its own and of the administrators' lists, and whatever its plugins
/// may fetch, show and style. Pages without plugins: what the server itself sends, nothing else.
/// </summary>
internal sealed class ContentSecurity(PageSettings settings)
{
    private const string Inline = "'unsafe-inline' data: blob:", Local = "data: blob:";

    /// <summary>What keeps others from taking the page over is not about plugins, so that no mode of theirs turns it off.</summary>
    private readonly string _always = $"object-src 'none'; base-uri 'self'; frame-ancestors{Framing(settings)}";

    private readonly string _plain = Plain(Framing(settings));
    private readonly string _unframed = Plain(" 'none'");

    public void ForApp(IHeaderDictionary headers, PagePolicy policy, string reports)
    {
        var whole = $"{Written(policy)}; report-uri {reports}; {_always}";
        headers.ContentSecurityPolicy = policy.Mode is PolicyMode.Enforced ? whole : _always;
        if (policy.Mode is PolicyMode.ReportOnly) headers.ContentSecurityPolicyReportOnly = whole;
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

    /// <summary>What a page may load, run and reach. Without a network, <c>data:</c> and <c>blob:</c> reach nobody, and the app's own icons are such.</summary>
    public string Written(PagePolicy policy)
    {
        var scripts = $"'self'{Listed(settings.ScriptSources)}{Listed(policy.Scripts)}";
        var sockets = policy.Closed ? $"'self'{Listed(policy.Origins)}" : "*";
        var sites = policy.Closed ? $"'self'{Listed([.. policy.Origins.Where(site => site[0] != 'w')])}" : "*";
        return $"default-src 'self'; script-src {scripts}{(policy.BuildsCode ? " 'unsafe-eval'" : "")}; script-src-elem {scripts}; "
            // Dialogs of plugins use onclick and the like.
            + "script-src-attr 'unsafe-inline'; "
            + $"style-src {sites} {Inline}; img-src {sites} {Local}; font-src {sites} data:; media-src {sites} {Local} mediastream:; "
            + $"connect-src {sockets} {Local}; frame-src {sites} {Local}; worker-src 'self' blob:; form-action {sites}";
    }

    private static string Plain(string framing) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + $"base-uri 'none'; form-action 'self'; frame-ancestors{framing}";

    private static string Framing(PageSettings settings) => settings.FrameAncestors.Count == 0 ? " 'self'" : Listed(settings.FrameAncestors);

    private static string Listed(IReadOnlyList<string> sources) => string.Concat(sources.Select(source => " " + source));
}
