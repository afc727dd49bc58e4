using Plenum.Server.Branding;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;

namespace Plenum.Server.Lobby;

/// <summary>Which branding a page has: the one planned for its host name and conference, or the one that a preview link shows.</summary>
internal sealed class BrandingChoice(Brandings brandings, PreviewSeal previews, ConferenceDirectory directory)
{
    public async ValueTask<(ShownPage Page, bool Preview)> Of(HttpContext context, string? alias)
    {
        var query = context.Request.Query;
        // Without a seal that fits, a link could show anybody what was never meant to be shown.
        if (query["branding"].ToString() is { Length: > 0 } wanted && previews.Opens(wanted, query["preview"].ToString())
            && await brandings.Find(wanted, context.RequestAborted) is { } previewed) return (brandings.Previewed(previewed), true);
        return (brandings.PageFor(Arriving(context, alias)), false);
    }

    public BrandingFiles Usual(HttpContext context, string? alias) => brandings.For(Arriving(context, alias));

    private Arrival Arriving(HttpContext context, string? typed) =>
        !ConferenceAlias.TryParse(typed, null, out var alias) ? new Arrival(context.Request.Host.Host, [], [])
        : directory.Find(alias) is { } listing ? new Arrival(context.Request.Host.Host, listing.Aliases, listing.Settings.Groups)
        : new Arrival(context.Request.Host.Host, [alias.Text], []);
}
