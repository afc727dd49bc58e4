using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

public sealed class Sending_a_package(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    [Fact]
    public async Task Is_answered_with_its_id_and_everything_about_it()
    {
        var told = await house.Admin.Upload(Packages.Of("told"), "autumn.zip");
        Assert.Equal("autumn", (string)told["name"]!);
        Assert.Equal("told", (string)told["brandingId"]!);
        Assert.False((bool)told["active"]!);
        Assert.Equal("mark", (string)told["plugins"]![0]!["id"]!);
        Assert.Equal("1.0", (string)told["plugins"]![0]!["version"]!);
        Assert.Equal(told.ToJsonString(), (await house.Admin.Send(HttpMethod.Get, $"brandings/{told["id"]}")).ToJsonString());
        Assert.Contains((await house.Admin.Send(HttpMethod.Get, "brandings"))["items"]!.AsArray(), item => (string)item!["id"]! == (string)told["id"]!);
    }

    [Fact]
    public async Task That_is_here_already_gives_the_same_id() =>
        Assert.Equal(await house.Admin.Id(Packages.Of("same")), await house.Admin.Id(Packages.Of("same")));

    [Fact]
    public async Task With_mistakes_names_them_all_with_file_and_line_and_keeps_nothing()
    {
        var before = await Count();
        using var answer = await house.Admin.PostAsync("brandings", Packages.Form(Packages.Of("bad", ("settings.json", "{\"plugins\": [\n{},\n{ \"srcURL\": \"x\" }]}"), ("manifest.json", "[]"))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problems = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]!.AsArray();
        Assert.Contains(problems, problem => (string)problem!["file"]! == "settings.json" && (int)problem["line"]! == 2 && (string)problem["severity"]! == "error");
        Assert.Contains(problems, problem => (string)problem!["file"]! == "settings.json" && (int)problem["line"]! == 3);
        Assert.Contains(problems, problem => (string)problem!["file"]! == "manifest.json");
        Assert.Equal(before, await Count());
        Assert.Empty(house.LeftFiles());
    }

    [Fact]
    public async Task That_is_hostile_is_refused_with_the_reason_and_leaves_nothing()
    {
        var before = await Count();
        foreach (var hostile in Hostile.All.Where(hostile => hostile.Bytes.Length < 3_000_000))
        {
            using var answer = await house.Admin.PostAsync("brandings", Packages.Form(hostile.Bytes));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{hostile.Name}: {(int)answer.StatusCode} {text}");
            Assert.Contains(JsonNode.Parse(text)!["problems"]!.AsArray(), problem => ((string)problem!["message"]!).Contains(hostile.Reason, StringComparison.Ordinal));
        }
        Assert.Equal(before, await Count());
        Assert.Empty(house.LeftFiles());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Beyond_the_limit_is_refused_while_it_is_sent(bool tellsItsLength)
    {
        var memory = Resident();
        using var request = new HttpRequestMessage(HttpMethod.Post, "brandings") { Content = Packages.Form(new byte[tellsItsLength ? 5_000_000 : 300_000_000]) };
        request.Headers.TransferEncodingChunked = !tellsItsLength;
        request.Headers.ExpectContinue = true;
        try
        {
            using var answer = await house.Admin.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("at most 3 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        catch (HttpRequestException cut)
        {
            // Whoever still sends when the answer is there may meet the closed connection first.
            Assert.IsAssignableFrom<IOException>(cut.InnerException);
        }
        Assert.InRange(Resident() - memory, long.MinValue, 48 * 1024);
        Assert.Empty(house.LeftFiles());
    }

    [Fact]
    public async Task That_is_cut_half_way_leaves_no_trace()
    {
        var before = await Count();
        using var cable = new TcpClient();
        await cable.ConnectAsync(house.Server.Address.Host, house.Server.Address.Port);
        var signIn = house.Admin.DefaultRequestHeaders.Authorization!.ToString();
        var head = $"POST /api/admin/v1/brandings HTTP/1.1\r\nHost: x\r\nAuthorization: {signIn}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2000000\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"package\"; filename=\"a.zip\"\r\n\r\n";
        await cable.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await cable.GetStream().WriteAsync(Packages.Of("cut"));
        await Until(() => house.LeftFiles().Length == 1);
        cable.Client.LingerState = new LingerOption(true, 0);
        cable.Close();
        await Until(() => house.LeftFiles().Length == 0);
        Assert.Equal(before, await Count());
    }

    [Theory]
    [InlineData("application/json", "{}", 415)]
    [InlineData("multipart/form-data", "", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n", 422)]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n", 422)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"package\"\r\n\r\nx", 400)]
    public async Task As_no_such_form_is_refused_with_what_to_send(string type, string body, int status)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await house.Admin.PostAsync("brandings", content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.True(((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!).Length > 20);
        Assert.Empty(house.LeftFiles());
    }

    [Fact]
    public async Task Without_signing_in_is_refused()
    {
        using var answer = await house.Http.PostAsync("/api/admin/v1/brandings", Packages.Form(Packages.Of("x")));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Can_be_tried_without_keeping_it()
    {
        var before = await Count();
        using var answer = await house.Admin.PostAsync("brandings/check", Packages.Form(Packages.Of("tried", ("manifest.json", "{}"))));
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.True((bool)told["usable"]!);
        Assert.Contains(told["problems"]!.AsArray(), problem => (string)problem!["file"]! == "manifest.json");
        Assert.Equal(before, await Count());
    }

    private async Task<int> Count() => (await house.Admin.Send(HttpMethod.Get, "brandings"))["items"]!.AsArray().Count;

    /// <summary>How many KB of memory the server has.</summary>
    private long Resident()
    {
        var process = File.ReadAllText(Path.Combine(house.Server.DataFolder, "plenum.holder")).Split(' ')[1];
        return long.Parse(File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var patience = System.Diagnostics.Stopwatch.StartNew(); !condition(); await Task.Delay(20)) Assert.True(patience.Elapsed < Visitor.Patience, "It never came to be");
    }
}
