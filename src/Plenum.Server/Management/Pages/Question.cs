namespace Plenum.Server.Management.Pages;

/// <summary>
/// What a form asks before it is sent, where the step takes something away. In a browser with scripts it is answered in the page
/// and not sent along; whoever has none is asked by a page of its own.
/// </summary>
internal static class Question
{
    public const string Field = "ask";

    /// <summary>The question that belongs to one of several buttons, by what this button does.</summary>
    public static string FieldOf(string deed) => $"{Field}.{deed}";

    /// <summary>The question that is still open, if any. Forms with files ask none.</summary>
    public static async Task<AskPage.Asked?> In(HttpRequest request, PathString below, CancellationToken cancellation)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) return null;
        var form = await request.ReadFormAsync(cancellation);
        var named = form.ContainsKey(Field) ? Field : FieldOf($"{form["do"]}");
        if (form[named] is not [{ Length: > 0 } text]) return null;
        var fields = form.Where(field => field.Key != named && field.Key != FormSeal.Field).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
        return new AskPage.Asked(text, $"{request.Path}{request.QueryString}", Back(below), [.. fields]);
    }

    /// <summary>The page that the form stood on: a place of the navigation, or one thing of it that has a page under its id.</summary>
    private static string Back(PathString below) => below.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var place, var id, ..] when Guid.TryParse(id, out _) => $"/{place}/{id}",
        [var place, ..] => $"/{place}",
        _ => "/",
    };
}
