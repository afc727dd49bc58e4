using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Plenum.Tests.Browsers;

/// <summary>What every page keeps to, whoever looks at it and on whatever screen.</summary>
internal static class NothingIsWrong
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The accessibility rules of WCAG 2.2, levels A and AA, as far as a program can judge them.</summary>
    public static async Task ForEverybody(IPage page) => Assert.Empty(await Barriers(page));

    /// <summary>No text is cut off without saying so by an ellipsis or a scroll bar, and the page never scrolls sideways.</summary>
    public static async Task WithTheText(IPage page) => Assert.Empty(await CutTexts(page));

    /// <summary>Whatever of these is wrong.</summary>
    public static async Task<IReadOnlyList<string>> Of(IPage page) => [.. await CutTexts(page), .. await Overlaps(page), .. await Barriers(page)];

    /// <summary>Asked within the page: the package for Playwright would open another one for each answer, which costs more than the question.</summary>
    private static async Task<string[]> Barriers(IPage page)
    {
        foreach (var frame in page.Frames)
            if (await frame.EvaluateAsync<bool>("() => typeof axe === 'undefined'")) await frame.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(WhatIsInTheWay);
    }

    private static Task<string[]> Overlaps(IPage page) => page.EvaluateAsync<string[]>(OverlappingText);

    private static Task<string[]> CutTexts(IPage page) => page.EvaluateAsync<string[]>(CutText);

    private const string WhatIsInTheWay = """
        async () => {
          const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
          const { violations } = await axe.run({ runOnly: rules, resultTypes: ['violations'] });
          return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
        }
        """;

    /// <summary>
    /// Lines of different texts, and controls that are not inside each other, are held against one another. What lies under a
    /// menu or a dialog is not seen, so it overlaps nothing; lines of one paragraph may touch.
    /// </summary>
    private const string OverlappingText = """
        () => {
          const seen = [], found = [];
          const there = (box, { left, top, width, height }) => {
            const hit = document.elementFromPoint(left + width / 2, top + height / 2);
            return hit !== null && (box.contains(hit) || hit.contains(box));
          };
          // What is scrolled away, or stands behind an ellipsis, is not there.
          const shown = (box, { left, top, right, bottom }) => {
            for (let around = box; around && around !== document.documentElement; around = around.parentElement) {
              const style = getComputedStyle(around), edge = around.getBoundingClientRect();
              if (style.overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
              if (style.overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
              if (style.position === 'fixed') break;
            }
            return new DOMRect(left, top, right - left, bottom - top);
          };
          const add = (box, whole, name) => { const place = shown(box, whole); if (place.width > 2 && place.height > 2 && there(box, place)) seen.push({ box, place, name }); };
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = words.nextNode(); text; text = words.nextNode()) {
            const owner = text.parentElement;
            if (!text.data.trim() || !owner.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const place of range.getClientRects()) add(owner, place, text.data.trim().slice(0, 40));
          }
          // What stands in a field's padding, such as the eye of a PIN, covers none of what is typed.
          const inner = control => {
            const { left, top, right, bottom } = control.getBoundingClientRect(), style = getComputedStyle(control), by = side => parseFloat(style[`padding${side}`]);
            return control.matches('input, textarea') ? new DOMRect(left + by('Left'), top + by('Top'), right - left - by('Left') - by('Right'), bottom - top - by('Top') - by('Bottom')) : new DOMRect(left, top, right - left, bottom - top);
          };
          for (const control of document.querySelectorAll('button, input, select, textarea, [role=tab], [role=switch], [role^=menuitem]'))
            if (control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) add(control, inner(control), control.getAttribute('aria-label') ?? (control.textContent.trim().slice(0, 40) || control.tagName));
          const layer = box => box.closest('[popover], dialog');
          for (let i = 0; i < seen.length; i++) for (let j = i + 1; j < seen.length; j++) {
            const [a, b] = [seen[i], seen[j]];
            if (layer(a.box) !== layer(b.box) || a.box.contains(b.box) || b.box.contains(a.box) || a.box.labels && [...a.box.labels].some(label => label.contains(b.box))) continue;
            const across = Math.min(a.place.right, b.place.right) - Math.max(a.place.left, b.place.left);
            const down = Math.min(a.place.bottom, b.place.bottom) - Math.max(a.place.top, b.place.top);
            if (across > 4 && down > 0.4 * Math.min(a.place.height, b.place.height)) found.push(`overlap: ${a.name} and ${b.name}`);
          }
          return [...new Set(found)].slice(0, 10);
        }
        """;

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
