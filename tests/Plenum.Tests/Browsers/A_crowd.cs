using System.Diagnostics.CodeAnalysis;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>Many simulated participants at a server of their own: they stay, and they speak in turns, told by requests.</summary>
internal sealed class A_crowd : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly HttpClient _http;
    private readonly List<Visitor> _people = [];
    private Task _talk = Task.CompletedTask;
    private Task _stay = Task.CompletedTask;

    private A_crowd(PlenumProcess server) => (Server, _http) = (server, new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(60) });

    public PlenumProcess Server { get; }

    /// <summary>How often loudness was told so far.</summary>
    public int Told { get; private set; }

    public static async Task<A_crowd> Of(int number, string alias)
    {
        var crowd = new A_crowd(await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__SpeechDoor"] = "true",
            ["Plenum__Limits__JoinBurstPerAddress"] = "100000",
            ["Plenum__Limits__RequestBurstPerToken"] = "100000",
            ["Plenum__Limits__CommandsPerSecondPerConference"] = "100000",
        }));
        foreach (var some in Enumerable.Range(1, number).Chunk(25))
            crowd._people.AddRange(await Task.WhenAll(some.Select(i => Visitor.Join(crowd._http, alias, $"Person {i:000}"))));
        crowd._stay = crowd.Stay();
        return crowd;
    }

    /// <summary>From now on twenty others speak every tenth of a second.</summary>
    public void BeginsToTalk() => _talk = Talk();

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Task.WhenAll(_talk, _stay).ContinueWith(_ => { }, TaskScheduler.Default);
        _http.Dispose();
        _over.Dispose();
        await Server.DisposeAsync();
    }

    [SuppressMessage("Security", "CA5394", Justification = "Who speaks next is no secret")]
    private async Task Talk()
    {
        var dice = new Random(1);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var speaking = new Dictionary<string, int>();
        while (await beat.WaitForNextTickAsync(_over.Token))
        {
            speaking = speaking.Where(one => one.Value > 0).ToDictionary(one => one.Key, _ => 0);
            for (var i = 0; i < 20; i++) speaking[_people[dice.Next(_people.Count)].Id] = dice.Next(1, 101);
            var answer = await _people[0].Post("plenum/speech", new { speaking });
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
            Told++;
        }
    }

    private async Task Stay()
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(30));
        while (await beat.WaitForNextTickAsync(_over.Token))
            foreach (var person in _people) await person.Refresh();
    }
}
