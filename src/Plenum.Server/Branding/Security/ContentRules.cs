namespace Plenum.Server.Branding.Security;

/// <summary>Whether browsers keep to the policy of a page, only tell of what is against it, or have none.</summary>
public enum PolicyMode
{
    Enforced,
    ReportOnly,
    Off,
}

/// <summary>What administrators decided about the sites that pages with plugins may reach. Part of the plan, so it has its history.</summary>
public sealed record ContentRules
{
    /// <summary>By the id of the branding; what is not there is enforced, and as open as its plugins.</summary>
    public IReadOnlyDictionary<string, BrandingPolicy> Brandings { get; init => field = value ?? new Dictionary<string, BrandingPolicy>(); } = new Dictionary<string, BrandingPolicy>();

    /// <summary>By the id of the plugin; what is not there is open.</summary>
    public IReadOnlyDictionary<string, PluginAllowance> Plugins { get; init => field = value ?? new Dictionary<string, PluginAllowance>(); } = new Dictionary<string, PluginAllowance>();

    public BrandingPolicy Of(string branding) => Brandings.GetValueOrDefault(branding) ?? new();

    public PluginAllowance For(string plugin) => Plugins.GetValueOrDefault(plugin) ?? new();

    /// <summary>The same with one more site for one plugin.</summary>
    public ContentRules Allowing(string plugin, string origin, bool scripts)
    {
        var before = For(plugin);
        return this with
        {
            Plugins = new Dictionary<string, PluginAllowance>(Plugins)
            {
                [plugin] = scripts && origin == PluginAllowance.Code ? before with { BuildsCode = true } : scripts ? before with { Scripts = [.. before.Scripts.Append(origin).Distinct()] } : before with { Origins = [.. before.Origins.Append(origin).Distinct()] },
            },
        };
    }
}

/// <summary>How one branding's pages are guarded. Closed, they reach only what is listed, whatever their plugins are.</summary>
public sealed record BrandingPolicy
{
    public PolicyMode Mode { get; init; }

    public bool Closed { get; init; }
}

/// <summary>The sites that one plugin may reach: any while it is open, those listed once it is closed. Scripts come from listed sites alone, always.</summary>
public sealed record PluginAllowance
{
    /// <summary>How browsers tell that code was kept from being built, in the place of a site.</summary>
    public const string Code = "eval";

    public bool Closed { get; init; }

    public IReadOnlyList<string> Origins { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Scripts { get; init => field = value ?? []; } = [];

    /// <summary>Whether it may build code from text, as bundles for development and many template engines do, once it is closed; while it is open it may.</summary>
    public bool BuildsCode { get; init; }
}
