namespace Plenum.Server.Layouts;

/// <summary>The hosts' wishes for the picture. The transforms are kept as they came, in canonical JSON.</summary>
public sealed record Layout
{
    public static readonly Layout Default = new();

    public string Host { get; init; } = LayoutNames.Default;

    public string Guest { get; init; } = LayoutNames.Default;

    public bool OverlayText { get; init; }

    public bool ActiveSpeakerIndication { get; init; }

    /// <summary>Everything that the transforms said, merged, for the media that draws it.</summary>
    public string Transforms { get; init; } = "{}";

    /// <summary>A list of layouts laid over the transforms by <c>override_layout</c>; empty for none.</summary>
    public string Override { get; init; } = "[]";
}
