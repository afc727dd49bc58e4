using System.Net;

namespace Plenum.Tests.Running;

public sealed class A_server_that_was_killed
{
    [Fact]
    public async Task Answers_again_on_the_same_address_after_a_restart()
    {
        await using var server = await PlenumProcess.Start();
        using var client = new HttpClient { BaseAddress = server.Address };

        server.Kill();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health/ready"));

        await server.Restart();
        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Leaves_no_data_folder_behind_when_disposed()
    {
        var server = await PlenumProcess.Start();
        var folder = server.DataFolder;

        await server.DisposeAsync();

        Assert.False(Directory.Exists(folder));
    }
}
