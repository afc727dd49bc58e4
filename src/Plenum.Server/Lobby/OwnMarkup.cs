using Microsoft.AspNetCore.Components;

namespace Plenum.Server.Lobby;

/// <summary>Markup that this program made itself, written as it is: the one place where a page does not escape.</summary>
internal static class OwnMarkup
{
    public static RenderFragment Of(string markup) => page => page.AddMarkupContent(0, markup);
}
