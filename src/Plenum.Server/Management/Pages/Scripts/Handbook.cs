using Markdig;

namespace Plenum.Server.Management.Pages.Scripts;

/// <summary>What a plugin's own page says, as it is shown; raw HTML in it is text.</summary>
internal static class Handbook
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static string Html(string markdown) => Markdown.ToHtml(markdown, Pipeline).Replace("<h1", "<h4", StringComparison.Ordinal).Replace("</h1>", "</h4>", StringComparison.Ordinal)
        .Replace("<h2", "<h5", StringComparison.Ordinal).Replace("</h2>", "</h5>", StringComparison.Ordinal);
}
