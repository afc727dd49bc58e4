using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>
/// A locked meeting with one of everybody: a host, a guest and another guest inside, a guest outside, somebody who has
/// left, and a second host who looks on. With a breakout, host and onlooker stay in the main room and the guests are in it.
/// </summary>
public sealed class Meeting : IAsyncDisposable
{
    public required Visitor Host { get; init; }

    public required Visitor Onlooker { get; init; }

    public required Visitor Guest { get; init; }

    public required Visitor Other { get; init; }

    public required Visitor Waiting { get; init; }

    public required Visitor Released { get; init; }

    public string? Breakout { get; private init; }

    public static async Task<Meeting> Begin(A_running_server house, string alias, bool withBreakout = false)
    {
        var onlooker = await house.Host(alias, "Olga");
        var host = await house.Host(alias);
        var (guest, other, released) = (await house.Guest(alias), await house.Guest(alias, "Otto"), await house.Guest(alias, "Rita"));
        (await released.Post("release_token")).Accepted();
        (await onlooker.Post("lock")).Accepted();
        var waiting = await house.Guest(alias, "Walter");
        Assert.Equal("waiting_room", waiting.Welcome.GetProperty("current_service_type").GetString());
        var people = new { main = new[] { guest.Id, other.Id } };
        return new Meeting
        {
            Host = host,
            Onlooker = onlooker,
            Guest = guest,
            Other = other,
            Waiting = waiting,
            Released = released,
            Breakout = withBreakout
                ? (await onlooker.Post("breakouts", new { name = "Side", participants = people })).Accepted().GetProperty("breakout_uuid").GetString()
                : null,
        };
    }

    /// <summary>All that can be seen of it, as one text.</summary>
    public async Task<string> Seen()
    {
        var main = (await Onlooker.Get("conference_status")).Text + (await Onlooker.Get("participants")).Text;
        return Breakout is null ? main : main + await Seen($"breakouts/{Breakout}");
    }

    /// <summary>Ends for everybody, so that the conference is as new.</summary>
    public async ValueTask DisposeAsync() => await Onlooker.Post("disconnect");

    private async Task<string> Seen(string room) =>
        (await Onlooker.Get($"{room}/conference_status")).Text + (await Onlooker.Get($"{room}/participants")).Text;
}
