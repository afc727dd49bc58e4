using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Hosting;

[Collection(nameof(A_running_server))]
public sealed class The_front_page(A_running_server running)
{
    [Fact]
    public async Task Says_what_is_here_and_its_links_lead_somewhere()
    {
        using var http = new HttpClient { BaseAddress = running.Server.Address };
        var page = await http.GetStringAsync("/");
        Assert.Contains("meet.demo", page, StringComparison.Ordinal);
        var links = page.Split("href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links) Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData("/webapp2/conference/meet.open")]
    [InlineData("/admin/")]
    public async Task What_is_not_in_this_version_is_said_and_not_left_blank(string address)
    {
        using var http = new HttpClient { BaseAddress = running.Server.Address };
        var answer = await http.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Not in this version", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
