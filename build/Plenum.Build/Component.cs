namespace Plenum.Build;

/// <summary>One piece of third-party code that ships with a release, and what its authors ask for.</summary>
/// <param name="Name">As its registry spells it.</param>
/// <param name="Version">The one that was resolved.</param>
/// <param name="Purl">Its package URL, the name by which vulnerability lists know it.</param>
/// <param name="Hash">The package's SHA-512 in hexadecimal, as its lock says.</param>
/// <param name="Licence">An SPDX expression, or null when the package brings its own text.</param>
/// <param name="Copyright">The line that its licence asks to keep.</param>
/// <param name="Source">Where it is at home.</param>
/// <param name="Texts">Licence and notice files that the package brings along.</param>
internal sealed record Component(string Name, string Version, string Purl, string? Hash, string? Licence, string? Copyright, string? Source, IReadOnlyList<string> Texts);
