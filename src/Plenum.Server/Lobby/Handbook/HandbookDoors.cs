using Plenum.Server.Lobby.Pages;

namespace Plenum.Server.Lobby.Handbook;

/// <summary>The documentation, at <c>/docs/</c>.</summary>
internal static class HandbookDoors
{
    public const string Root = "/docs/";

    public static void MapTo(IEndpointRouteBuilder app)
    {
        app.MapMethods(Root, LobbyDoors.Reads, (HttpContext context, DocumentShelf shelf, ContentSecurity security) => Show(context, shelf, security, null));
        app.MapMethods(Root + "{**path}", LobbyDoors.Reads, IResult (HttpContext context, string path, DocumentShelf shelf, ContentSecurity security) =>
            // Somebody may follow a link as it is written in the file.
            shelf.Find(path.EndsWith(".md", StringComparison.Ordinal) ? path[..^3] : path) is { } page ? Show(context, shelf, security, page) : TypedResults.NotFound());
    }

    private static IResult Show(HttpContext context, DocumentShelf shelf, ContentSecurity security, HandbookPage? page)
    {
        security.ForPages(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-cache";
        return new PageResult<DocumentPage>(new { Shelf = shelf, Page = page });
    }
}
