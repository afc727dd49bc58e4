namespace Plenum.Server.Branding.Drawings;

/// <summary>A picture that cannot be made harmless by leaving something out. Caught where the picture is cleaned.</summary>
internal sealed class DrawingRefused(int? line, string sentence) : Exception(sentence)
{
    public int? Line { get; } = line;
}
