using System.Globalization;
using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Security;

/// <summary>
/// A site that pages may reach, in the one spelling that a content security policy has for it, or why what was typed is none.
/// Nothing that is accepted here can end a directive or begin another.
/// </summary>
internal sealed partial record SiteOrigin(string Text, string? Why)
{
    private const int Longest = 300;

    private static readonly Dictionary<string, int> Ports = new() { ["http"] = 80, ["https"] = 443, ["ws"] = 80, ["wss"] = 443 };

    public static SiteOrigin Of(string? typed)
    {
        var text = (typed ?? "").Trim(' ').ToLowerInvariant();
        if (text.Length == 0) return Wrong("it is empty");
        if (text.Length > Longest) return Wrong($"it is longer than {Longest} characters");
        if (text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || ";,'\"\\<>".Contains(letter, StringComparison.Ordinal)))
            return Wrong("it has a space, a line break, a comma, a semicolon, a quote or a backslash; name one site at a time");
        if (text.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var end)) return Wrong("it has no scheme; write it whole, such as https://api.example.org");
        var (scheme, rest) = (text[..end], text[(end + 3)..]);
        if (!Ports.TryGetValue(scheme, out var usual)) return Wrong($"its scheme is {scheme}; there are https, wss, http and ws");
        // What is copied from a browser's address line ends so.
        if (rest.EndsWith('/')) rest = rest[..^1];
        if (rest.IndexOfAny(['/', '?', '#']) >= 0) return Wrong("it has a path; a site is allowed as a whole, so leave out what follows the host");
        if (rest.Contains('@', StringComparison.Ordinal)) return Wrong("it has a user name; leave it out");
        if (rest.StartsWith('[')) return Wrong("browsers take no IPv6 address in a policy; give the host a name");
        var colon = rest.LastIndexOf(':');
        var port = usual;
        if (colon >= 0 && (!int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65_535))
            return Wrong("its port is no number from 1 to 65535");
        var host = Named(colon < 0 ? rest : rest[..colon]);
        return host.Why is null ? new($"{scheme}://{host.Text}{(port == usual ? "" : $":{port}")}", null) : host;
    }

    /// <summary>The site of a whole address, as a browser tells it; null where it leads to no site.</summary>
    public static string? OfAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && Ports.ContainsKey(uri.Scheme) && uri.Host.Length > 0
            ? Of($"{uri.Scheme}://{uri.IdnHost}:{uri.Port}") is { Why: null } known ? known.Text
            : uri.HostNameType is UriHostNameType.IPv6 ? $"{uri.Scheme}://{uri.Host}:{uri.Port}" : null
            : null;

    /// <summary>Whether a list that has the first lets pages reach the second.</summary>
    public static bool Covers(string listed, string site)
    {
        if (listed == site) return true;
        var star = listed.IndexOf("://*.", StringComparison.Ordinal);
        return star > 0 && site.StartsWith(listed[..(star + 3)], StringComparison.Ordinal) && site.EndsWith(listed[(star + 4)..], StringComparison.Ordinal)
            && site.Length > listed.Length - 1;
    }

    private static SiteOrigin Named(string typed)
    {
        var any = typed.StartsWith("*.", StringComparison.Ordinal);
        var name = any ? typed[2..] : typed;
        if (name.Contains('*', StringComparison.Ordinal)) return Wrong("a star stands for the first part of a name alone, as in https://*.example.org; to allow every site, leave the plugin open");
        try
        {
            name = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(name);
        }
        catch (ArgumentException)
        {
            return Wrong("its host is no name that a browser could look up");
        }
        if (name.Length > 253 || !Host().IsMatch(name)) return Wrong("its host is no name that a browser could look up");
        // Browsers read 127.1 and 0x7f000001 as addresses too, so that what looks like one must be one.
        var last = name[(name.LastIndexOf('.') + 1)..];
        if (char.IsAsciiDigit(last[0]) && !(!any && Address().IsMatch(name) && System.Net.IPAddress.TryParse(name, out _)))
            return Wrong("its host is neither a name nor an address such as 192.0.2.1");
        return any && !name.Contains('.', StringComparison.Ordinal) ? Wrong($"*.{name} is most of the Internet; name the sites themselves") : new(any ? $"*.{name}" : name, null);
    }

    private static SiteOrigin Wrong(string why) => new("", why);

    [GeneratedRegex(@"\A(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Host();
}
