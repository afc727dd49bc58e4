namespace Plenum.Server.Hosting.Settings;

/// <summary>Everything an operator can decide, read once at start; what contradicts itself never gets this far.</summary>
public sealed record ServerSettings
{
    /// <summary>Addresses to listen on, separated by semicolons; null means the default for the kind of TLS chosen.</summary>
    public string? Urls { get; init; }

    /// <summary>The folder that holds all that Plenum keeps on this machine.</summary>
    public string Data { get; init; } = "data";

    /// <summary>A PostgreSQL connection string; null means SQLite inside <see cref="Data"/>.</summary>
    public string? Database { get; init; }

    /// <summary>A folder with a branding to serve instead of the built-in one.</summary>
    public string? Branding { get; init; }

    /// <summary>Whether the demo conferences exist.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>The password of <c>admin</c>; null means one is made and shown once.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>Whether plain HTTP may leave this machine; cameras and secrets say it should not.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Addresses and networks whose <c>X-Forwarded-*</c> headers are believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Opens a door through which anybody in a conference may say who speaks: for load and for trying things out.</summary>
    public bool SpeechDoor { get; init; }

    /// <summary>Opens a door through which captions of what is said come in from outside.</summary>
    public bool CaptionDoor { get; init; }

    public TlsSettings Tls { get; init; } = new();

    public Limits Limits { get; init; } = new();

    public PageSettings Pages { get; init; } = new();

    public SignInSettings SignIn { get; init; } = new();

    public RetentionSettings Retention { get; init; } = new();

    public ScriptSettings Scripts { get; init; } = new();

    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>Where the server listens, by choice or by default.</summary>
    public IReadOnlyList<ListenAddress> Addresses() =>
        ListenAddress.ParseAll(Urls ?? (Tls.Wanted ? "https://*:8443" : "http://127.0.0.1:8080"));
}
