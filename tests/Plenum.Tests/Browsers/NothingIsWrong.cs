using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Plenum.Tests.Browsers;

/// <summary>What every page keeps to, whoever looks at it and on whatever screen.</summary>
internal static class NothingIsWrong
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <summary>The accessibility rules of WCAG 2.2, levels A and AA, as far as a program can judge them.</summary>
    public static async Task ForEverybody(IPage page) => Assert.Empty(await Barriers(page));

    /// <summary>No text is cut off without saying so by an ellipsis or a scroll bar, and the page never scrolls sideways.</summary>
    public static async Task WithTheText(IPage page) => Assert.Empty(await CutTexts(page));

    /// <summary>Whatever of both is wrong.</summary>
    public static async Task<IReadOnlyList<string>> Of(IPage page) => [.. await CutTexts(page), .. await Barriers(page)];

    private static async Task<IEnumerable<string>> Barriers(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"));
    }

    private static Task<string[]> CutTexts(IPage page) => page.EvaluateAsync<string[]>(CutText);

    /// <summary>Each text's place on the page is held against every box around it that hides what does not fit.</summary>
    private const string CutText = """
        () => {
          const found = [], page = document.documentElement;
          if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} wide and shows ${page.clientWidth}`);
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const hidden = style => style === 'hidden' || style === 'clip', scrolls = style => style === 'auto' || style === 'scroll';
          // What lies under something else altogether, such as a panel that fills a phone, is cut off for nobody.
          const covered = ({ left, top, width, height }, box) => [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]].every(([x, y]) => {
            const there = document.elementFromPoint(left + x * width, top + y * height);
            return there !== null && !box.contains(there) && !there.contains(box);
          });
          for (let text = words.nextNode(); text; text = words.nextNode()) {
            const owner = text.parentElement;
            if (!text.data.trim() || !owner.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const place = range.getBoundingClientRect();
            let across = true, down = true;
            for (let box = owner; box && box !== page && (across || down); box = box.parentElement) {
              const style = getComputedStyle(box), edge = box.getBoundingClientRect();
              // What is one pixel wide is for screen readers; an ellipsis or a line clamp says that more is there.
              if (edge.width <= 1 || edge.height <= 1 || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') { across = down = false; break; }
              if (across && hidden(style.overflowX) && (place.right > edge.right + 1 || place.left < edge.left - 1)) { if (!covered(edge, box)) found.push(`cut across: ${text.data.trim().slice(0, 60)}`); break; }
              if (down && hidden(style.overflowY) && (place.bottom > edge.bottom + 1 || place.top < edge.top - 1)) { if (!covered(edge, box)) found.push(`cut below: ${text.data.trim().slice(0, 60)}`); break; }
              across &&= !scrolls(style.overflowX);
              down &&= !scrolls(style.overflowY);
              if (style.position === 'fixed') break;
            }
            if (across && (place.right > page.clientWidth + 1 || place.left < -1)) found.push(`beside the page: ${text.data.trim().slice(0, 60)}`);
          }
          return found;
        }
        """;
}
