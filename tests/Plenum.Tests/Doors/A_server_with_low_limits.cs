using System.Net;
using System.Net.Sockets;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>What one address and one token may ask for (bad inputs 65 and 73); addresses are told apart by their loopback number.</summary>
public sealed class A_server_with_low_limits : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Low = new()
    {
        ["Plenum__Limits__StreamsPerAddress"] = "3",
        ["Plenum__Limits__JoinBurstPerAddress"] = "20",
        ["Plenum__Limits__JoinsPerSecondPerAddress"] = "1",
        ["Plenum__Limits__RequestBurstPerToken"] = "10",
        ["Plenum__Limits__RequestsPerSecondPerToken"] = "1",
    };

    private PlenumProcess server = null!;

    public async ValueTask InitializeAsync() => server = await PlenumProcess.StartWith(Low);

    [Fact]
    public async Task Looks_at_few_wrong_PINs_and_lets_in_whoever_proved_itself_before()
    {
        using var known = From("127.0.0.2");
        using var stranger = From("127.0.0.3");
        var alias = Furniture.Hosted.Alias(0);
        await Visitor.Join(known, alias, "Hanna", Furniture.HostPin);

        for (var i = 0; i < 11; i++) Assert.Equal("Invalid PIN", await Refusal(stranger, alias, $"{i}"));
        Assert.Equal("Participant exceeded PIN entry retries", await Refusal(stranger, alias, Furniture.HostPin));

        await Visitor.Join(known, alias, "Herbert", Furniture.HostPin);
        await Visitor.Join(stranger, alias, "Gus", "none");
    }

    [Fact]
    public async Task Tells_an_address_that_joins_too_fast_to_wait()
    {
        using var hasty = From("127.0.0.4");
        var answers = new List<Answer>();
        for (var i = 0; i < 30; i++) answers.Add(await Visitor.Knock(hasty, Furniture.Open.Alias(1), new { display_name = "Hasty" }));
        Assert.All(answers.Take(20), answer => answer.Accepted());
        var refused = answers.Where(answer => answer.Status is not HttpStatusCode.OK).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => answer.Refused(HttpStatusCode.TooManyRequests));
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));

        using var another = From("127.0.0.5");
        await Visitor.Join(another, Furniture.Open.Alias(1), "Calm");
    }

    [Fact]
    public async Task Tells_a_token_that_asks_too_fast_to_wait_and_serves_the_others()
    {
        using var http = From("127.0.0.6");
        var (hasty, calm) = (await Visitor.Join(http, Furniture.Open.Alias(2), "Hasty"), await Visitor.Join(http, Furniture.Open.Alias(2), "Calm"));
        var answers = new List<Answer>();
        for (var i = 0; i < 20; i++) answers.Add(await hasty.Get("conference_status"));
        Assert.All(answers.Take(10), answer => answer.Accepted());
        var refused = answers.Where(answer => answer.Status is not HttpStatusCode.OK).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => answer.Refused(HttpStatusCode.TooManyRequests));
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        (await calm.Get("conference_status")).Accepted();
    }

    [Fact]
    public async Task Opens_only_so_many_streams_for_one_address()
    {
        using var http = From("127.0.0.7");
        var streams = new List<EventReader>();
        for (var i = 0; i < 3; i++)
        {
            streams.Add(await (await Visitor.Join(http, Furniture.Open.Alias(3), "Lea")).Listen());
            await streams[^1].Until("conference_update");
        }

        var fourth = await Visitor.Join(http, Furniture.Open.Alias(3), "Late");
        (await fourth.Get("events")).Refused(HttpStatusCode.TooManyRequests);
        foreach (var stream in streams) await stream.DisposeAsync();
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<string> Refusal(HttpClient http, string alias, string pin) =>
        (await Visitor.Knock(http, alias, new { display_name = "Rolf" }, pin)).Refused();

    private HttpClient From(string address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = server.Address,
        Timeout = Visitor.Patience,
    };
}
