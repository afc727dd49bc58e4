namespace Plenum.Server.Hosting.Settings;

/// <summary>Where traces, metrics and logs go, if anywhere.</summary>
public sealed record TelemetrySettings
{
    /// <summary>An OTLP endpoint such as <c>http://127.0.0.1:4317</c>; null means nothing is sent.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Name under which this node reports.</summary>
    public string Service { get; init; } = "plenum";
}
