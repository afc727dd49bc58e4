using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

[Collection(nameof(A_running_server))]
public sealed class Somebody_who_is_lost(A_running_server house)
{
    [Theory]
    [InlineData("/nothing")]
    [InlineData("/webapp2/nothing/here")]
    [InlineData("/docs/nothing")]
    [InlineData("/webapp2/custom_configuration/nothing.json")]
    public async Task Gets_a_page_that_says_so(string address)
    {
        var (status, type, text, policy) = await Open(house.Http, address, "text/html");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("text/html; charset=utf-8", type);
        Assert.Contains("There is nothing here", text, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_a_line_of_text_when_it_is_a_program()
    {
        Assert.Equal("Not found\n", (await Open(house.Http, "/nothing", "*/*")).Text);
        var (_, type, text, _) = await Open(house.Http, "/api/client/v2/nothing", "text/html");
        Assert.Equal("application/json", type);
        Assert.Contains("\"failed\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_bug_gets_a_page_at_a_browser_and_the_API_s_shape_elsewhere()
    {
        await using var broken = await A_server_with_a_bug.Start();
        var page = await Open(broken.Http, "/x", "text/html");
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("Something broke on our side", page.Text, StringComparison.Ordinal);
        var program = await Open(broken.Http, "/x", "*/*");
        Assert.Equal(HttpStatusCode.InternalServerError, program.Status);
        Assert.Equal("""{"status":"failed","result":"Internal error"}""", program.Text);
        Assert.DoesNotContain("secret", page.Text + program.Text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string? Type, string Text, string Policy)> Open(HttpClient http, string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await http.SendAsync(request);
        var policy = answer.Headers.TryGetValues("Content-Security-Policy", out var values) ? values.Single() : "";
        return (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(), policy);
    }
}
