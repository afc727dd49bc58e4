using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Plenum.Server.Lobby.Handbook;

/// <summary>
/// Markdown to HTML. HTML inside a document is shown as text; links between documents lead to their pages, and a link to
/// something that is only in the source tree stays text.
/// </summary>
internal static class DocumentText
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    public static HandbookPage Render(string path, string text, IReadOnlySet<string> known)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Lead(link, path, known);
        var markup = document.ToHtml(Pipeline)
            // What can scroll must be reachable by keyboard.
            .Replace("<table>", "<div class=\"site-table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
        return new HandbookPage(path, Title(document) ?? path, markup);
    }

    private static string? Title(MarkdownDocument document) =>
        document.Descendants<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1)?.Inline is { } line
            ? string.Concat(line.Descendants().Select(part => part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                _ => "",
            }))
            : null;

    private static void Lead(LinkInline link, string from, IReadOnlySet<string> known)
    {
        var target = link.Url ?? "";
        if (target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith("http://", StringComparison.Ordinal)) return;
        if (target.StartsWith('#'))
        {
            link.Url = HandbookDoors.Root + from + target;
            return;
        }

        var parts = target.Split('#', 2);
        // A made-up root lets the address parser resolve the dots.
        var place = new Uri(new Uri("http://x/docs/" + from), parts[0]).AbsolutePath;
        var name = place.StartsWith(HandbookDoors.Root, StringComparison.Ordinal) ? place[HandbookDoors.Root.Length..] : null;
        if (name is not null && !link.IsImage && name.EndsWith(".md", StringComparison.Ordinal) && known.Contains(name[..^3]))
            link.Url = HandbookDoors.Root + name[..^3] + (parts.Length > 1 ? "#" + parts[1] : "");
        else
            Unlink(link);
    }

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
