using System.Net;
using System.Net.Sockets;
using Plenum.Tests.Running;

namespace Plenum.Tests.Hosting;

public sealed class Starting_the_server : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task It_says_where_it_listens_and_is_ready()
    {
        using var server = await BuiltProgram.Serve(scratch["data"]);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("ok", await http.GetStringAsync("/health/live"));
        Assert.Equal("ok", await http.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task A_busy_port_is_one_clear_line_and_a_failed_exit()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        await Refused($"127.0.0.1:{((IPEndPoint)busy.LocalEndpoint).Port}", "serve", "--data", scratch["data"], "--urls", $"http://{busy.LocalEndpoint}");
    }

    [Fact]
    public async Task An_address_of_another_machine_is_one_clear_line() =>
        await Refused("192.0.2.1", "serve", "--data", scratch["data"], "--urls", "http://192.0.2.1:8080", "--allow-plain-http");

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_one_clear_line()
    {
        await File.WriteAllTextAsync(scratch["file"], "");
        await Refused("cannot write to the data folder", "serve", "--data", scratch["file"] + "/data");
    }

    [Fact]
    public async Task Plain_http_beyond_this_machine_is_refused() =>
        await Refused("--allow-plain-http", "serve", "--data", scratch["data"], "--urls", "http://0.0.0.0:0");

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_one_clear_line()
    {
        await File.WriteAllTextAsync(scratch["broken.pem"], "-----BEGIN CERTIFICATE-----\nnonsense");
        await Refused("cannot use the certificate", "serve", "--data", scratch["data"], "--tls-certificate", scratch["broken.pem"], "--urls", "https://127.0.0.1:0");
    }

    [Fact]
    public async Task An_unknown_key_in_the_configuration_file_is_named()
    {
        await File.WriteAllTextAsync(scratch["plenum.json"], """{ "Plenum": { "Limits": { "BodyByte": 5 } } }""");
        await Refused("Plenum:Limits:BodyByte", "serve", "--data", scratch["data"], "--config", scratch["plenum.json"]);
    }

    [Fact]
    public async Task A_configuration_file_that_is_no_JSON_is_one_clear_line()
    {
        await File.WriteAllTextAsync(scratch["plenum.json"], "{ oops");
        await Refused("plenum.json", "serve", "--data", scratch["data"], "--config", scratch["plenum.json"]);
    }

    [Theory]
    [InlineData("nonsense", "connection string cannot be read")]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "does not answer")]
    public async Task A_database_that_cannot_be_reached_is_one_clear_line(string database, string reason) =>
        await Refused(reason, "serve", "--data", scratch["data"], "--database", database, "--urls", "http://127.0.0.1:0");

    [Fact]
    public async Task A_verb_is_asked_for_when_none_is_given() => await Refused("--help");

    [Fact]
    public async Task An_unknown_option_is_one_clear_line() => await Refused("--datta", "serve", "--datta", "x");

    [Fact]
    public async Task A_second_server_on_the_same_data_is_told_who_has_it()
    {
        using var first = await BuiltProgram.Serve(scratch["data"]);
        await Refused("is in use by process", "serve", "--data", scratch["data"], "--urls", "http://127.0.0.1:0");
    }

    [Fact]
    public async Task After_kill_9_the_data_is_free_at_once()
    {
        (await BuiltProgram.Serve(scratch["data"])).Dispose();
        using var next = await BuiltProgram.Serve(scratch["data"]);
        Assert.Empty(next.Errors);
    }

    [Fact]
    public async Task Help_names_every_verb_and_option()
    {
        using var help = BuiltProgram.Start("serve", "--help");
        Assert.Equal(0, await help.Exit());
        Assert.Contains(help.Output, line => line.Contains("--allow-plain-http", StringComparison.Ordinal));
    }

    public void Dispose() => scratch.Dispose();

    private static async Task Refused(string reason, params string[] arguments)
    {
        using var program = BuiltProgram.Start(arguments);
        Assert.NotEqual(0, await program.Exit());
        Assert.Contains(reason, Assert.Single(program.Errors), StringComparison.Ordinal);
    }
}
