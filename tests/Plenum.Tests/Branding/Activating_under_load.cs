using System.Text.RegularExpressions;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

public sealed class Activating_under_load(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    private const int Activations = 100;
    private const int People = 50;

    [Fact]
    public async Task Gives_nobody_a_mix_of_two_versions_and_refuses_nobody()
    {
        string[] ids = [await house.Admin.Id(Packages.Of("red")), await house.Admin.Id(Packages.Of("green")), await house.Admin.Id(Packages.Of("blue"))];
        await house.Admin.Activate(ids[0]);
        using var over = new CancellationTokenSource();
        var people = Enumerable.Range(0, People).Select(number => Task.Run(() => ComeAndGo(Furniture.Open.Alias(number % 10), number, over.Token))).ToList();
        for (var activation = 1; activation <= Activations; activation++) await house.Admin.Activate(ids[activation % ids.Length]);
        await over.CancelAsync();
        var visits = await Task.WhenAll(people);

        Assert.All(visits, visit => Assert.True(visit.Times > 0));
        Assert.Equal(["blue", "green", "red"], visits.SelectMany(visit => visit.Seen).Distinct().Order());
        Assert.Contains("green", await house.Mark(), StringComparison.Ordinal);
        Assert.Equal(Activations, (await house.Admin.Send(HttpMethod.Get, "branding-plan/history?take=200")).AsArray().Count - 1);
    }

    /// <summary>Opens the page, joins, reads each file of the branding as the app does, and leaves: again and again.</summary>
    private async Task<(int Times, HashSet<string> Seen)> ComeAndGo(string alias, int number, CancellationToken over)
    {
        var seen = new HashSet<string>();
        var times = 0;
        while (!over.IsCancellationRequested || times == 0)
        {
            var page = await house.Base($"/webapp2/conference/{alias}");
            var visitor = await Visitor.Join(house.Http, alias, $"Visitor {number}");
            var manifest = Mark(await house.Http.GetStringAsync(page + "custom_configuration/manifest.json", CancellationToken.None), "\"brandingID\": \"(\\w+)\"");
            var script = Mark(await house.Http.GetStringAsync(page + "custom_configuration/plugins/mark/mark.plugin.js", CancellationToken.None), "window.mark = '(\\w+)'");
            Assert.Equal(manifest, script);
            (await visitor.Post("release_token")).Accepted();
            seen.Add(script);
            times++;
        }

        return (times, seen);
    }

    private static string Mark(string text, string pattern) => Regex.Match(text, pattern).Groups[1].Value;
}
