using System.Collections.Immutable;

namespace Plenum.Server.Branding;

/// <summary>The active branding, and those that open pages still use: a page keeps one branding for its life.</summary>
internal sealed class Brandings(BrandingFiles first)
{
    private const int Remembered = 16;

    private ImmutableList<BrandingFiles> _known = [first];

    public BrandingFiles Active => _known[0];

    public BrandingFiles? Find(string hash) => _known.FirstOrDefault(branding => branding.Hash == hash);

    public void Activate(BrandingFiles branding) => ImmutableInterlocked.Update(
        ref _known,
        known => [branding, .. known.Where(other => other.Hash != branding.Hash).Take(Remembered - 1)]);
}
