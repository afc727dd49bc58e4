using System.Collections.Frozen;

namespace Plenum.Server.Branding.Drawings;

/// <summary>What a picture may be made of: elements and attributes that draw, and none that run, load or reach out.</summary>
internal static class DrawingWords
{
    public const string Namespace = "http://www.w3.org/2000/svg";

    public static readonly FrozenSet<string> Elements = Words(
        """
        svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc style clipPath mask pattern marker linearGradient
        radialGradient stop filter feGaussianBlur feOffset feBlend feColorMatrix feComposite feFlood feMerge feMergeNode feDropShadow feMorphology
        feComponentTransfer feFuncR feFuncG feFuncB feFuncA feTile switch
        """);

    public static readonly FrozenSet<string> Attributes = Words(
        """
        id class style d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height points viewBox preserveAspectRatio transform fill fill-rule fill-opacity
        stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color display
        visibility clip-path clip-rule mask offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternTransform
        patternContentUnits clipPathUnits maskUnits maskContentUnits filter filterUnits primitiveUnits in in2 result stdDeviation mode type values
        tableValues slope intercept amplitude exponent operator radius k1 k2 k3 k4 flood-color flood-opacity vector-effect font-size font-family
        font-weight font-style text-anchor dominant-baseline letter-spacing marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX
        refY orient overflow paint-order shape-rendering color-interpolation-filters pathLength version role aria-label aria-hidden focusable
        enable-background baseProfile
        """);

    /// <summary>Elements that run something or bring a page along; a picture with one is refused, not cleaned.</summary>
    public static readonly FrozenSet<string> Active = new[] { "script", "foreignObject", "iframe", "embed", "object", "handler", "listener" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string> Words(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
