using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Plenum.Tests.Browsers;

/// <summary>
/// What the pages of one person complained of: uncaught errors and errors on the console, among which the browser puts
/// missing files and whatever a content security policy blocked.
/// </summary>
public sealed class Complaints
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly List<string> _expected = [];
    private readonly List<string> _possible = [];

    public Complaints(IBrowserContext context)
    {
        context.WebError += (_, error) => _heard.Enqueue($"uncaught: {error.Error}");
        context.Console += (_, line) =>
        {
            if (line.Type == "error") _heard.Enqueue($"console: {line.Text} ({line.Location})");
        };
    }

    /// <summary>What nobody said would come, and what was said to come and did not.</summary>
    public IReadOnlyList<string> Unexpected =>
    [
        .. _heard.Where(line => !_expected.Concat(_possible).Any(part => line.Contains(part, StringComparison.Ordinal))),
        .. _expected.Where(part => !_heard.Any(line => line.Contains(part, StringComparison.Ordinal))).Select(part => $"never came: {part}"),
    ];

    /// <summary>A complaint with this in it belongs to the test; the test fails without it.</summary>
    public void Expect(string part) => _expected.Add(part);

    /// <summary>A complaint with this in it may come, and need not: whether the browser notes it depends on the moment.</summary>
    public void MayHear(string part) => _possible.Add(part);
}
