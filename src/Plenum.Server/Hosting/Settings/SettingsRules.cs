using System.Net;

namespace Plenum.Server.Hosting.Settings;

/// <summary>What settings must not contradict; each refusal says what to do instead.</summary>
internal static class SettingsRules
{
    public static ServerSettings Checked(ServerSettings settings)
    {
        var addresses = settings.Addresses();
        if (!settings.AllowPlainHttp && addresses.FirstOrDefault(a => !a.Secure && !a.Loopback) is { } plain)
            throw new Refused($"{plain} is plain HTTP beyond this machine, where browsers allow no camera and anyone may read "
                + "passwords: use https:// with --tls-certificate FILE or --tls local, or say --allow-plain-http");
        if (!settings.Tls.Wanted && addresses.FirstOrDefault(a => a.Secure) is { } secure)
            throw new Refused($"{secure} needs a certificate: give --tls-certificate FILE or --tls local");
        if (settings.Tls.Wanted && !addresses.Any(a => a.Secure))
            throw new Refused("a certificate is configured, but no https:// address listens: give --urls https://*:8443");
        if (settings.Tls is { Local: true, Certificate: not null })
            throw new Refused("choose one: --tls local makes a certificate, --tls-certificate brings one");
        if (settings.Proxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)) is { } bad)
            throw new Refused($"Plenum:Proxies has '{bad}', which is neither an IP address nor a network such as 10.0.0.0/8");
        if (settings.Telemetry.Endpoint is { } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")))
            throw new Refused($"Plenum:Telemetry:Endpoint is '{endpoint}': write it like http://127.0.0.1:4317");
        if (Lowest(settings.Limits) is { } limit)
            throw new Refused($"Plenum:Limits:{limit} must be above zero");
        if (settings.SignIn.Wrong() is { } signIn)
            throw new Refused(signIn);
        if (settings.Retention.Wrong() is { } kept)
            throw new Refused(kept);
        if (settings.Scripts.Wrong() is { } scripts)
            throw new Refused(scripts);
        if (settings.Pages.Wrong() is { } site)
            throw new Refused($"Plenum:Pages:{site}: write a site like https://intranet.example");
        if (settings.Branding is { } branding && !Directory.Exists(branding))
            throw new Refused($"the branding folder {branding} does not exist");
        return settings;
    }

    private static string? Lowest(Limits limits) =>
        typeof(Limits).GetProperties().FirstOrDefault(limit => Convert.ToInt64(limit.GetValue(limits)) <= 0)?.Name;
}
