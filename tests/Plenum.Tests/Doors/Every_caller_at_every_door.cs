using System.Collections.Concurrent;
using System.Net;
using Plenum.Server.Conferences.Doors;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad inputs 63, 64, 67 and 85: every verb × caller × subject, generated from the verbs that the server has.</summary>
[Collection(nameof(A_running_server))]
public sealed class Every_caller_at_every_door(A_running_server house)
{
    private const int AtATime = 4;

    /// <summary>After these the meeting is another one, so each allowed try gets a meeting of its own.</summary>
    private static readonly string[] Upsetting =
        ["disconnect", "role", "unlock", "leavebreakout", "participants/breakout", "breakouts/empty", "breakouts/disconnect"];

    private static readonly Door[] MainRoom =
    [
        .. RoomVerbs.Both.Concat(RoomVerbs.Conference).Select(verb => new Door(verb.Path, Rights.Room(verb.Path))),
        .. ParticipantVerbs.All.Select(verb => new Door($"participants/{{about}}/{verb.Path}", Rights.Participant(verb.Path))),
        new("dial", Who.Hosts),
        new("breakouts", Who.Hosts),
        new("participants/{about}/transfer", Who.Hosts),
    ];

    private static readonly Door[] BreakoutRoom =
    [
        .. RoomVerbs.Both.Concat(RoomVerbs.Breakout).Select(verb => new Door($"breakouts/{{room}}/{verb.Path}", Rights.Room(verb.Path))),
        .. ParticipantVerbs.All.Select(verb => new Door($"breakouts/{{room}}/participants/{{about}}/{verb.Path}", Rights.Participant(verb.Path))),
        new("breakouts/{room}/dial", Who.Hosts),
        new("breakouts/{room}/request_guest_token", Who.Hosts),
        new("breakouts/{room}/participants/{about}/transfer", Who.Hosts),
    ];

    /// <summary>Addresses whose callers are tried by tests of their own: tokens, calls, slides, speech and captions, plugins, pages with UI plugins.</summary>
    private static readonly string[] Elsewhere =
    [
        "request_token", "refresh_token", "release_token", "plenum/speech", "plenum/captions", "plenum/plugin-faults", "plenum/blocked-calls",
        "plenum/tabs", "plenum/taken", "plenum/said",
        .. new[] { "", "breakouts/{room}/" }.SelectMany(room => (string[])
        [
            $"{room}presentation", $"{room}participants/{{participant}}/calls",
            .. new[] { "ack", "disconnect", "dtmf", "fecc", "new_candidate", "update", "statistics" }.Select(verb => $"{room}participants/{{participant}}/calls/{{call}}/{verb}"),
        ]),
    ];

    private readonly ConcurrentBag<string> complaints = [];

    [Fact]
    public void The_table_of_rights_names_only_verbs_that_exist() =>
        Assert.Subset(AllVerbs(), Rights.Named.ToHashSet());

    [Fact]
    public Task In_the_main_room_everybody_may_ask_what_is_theirs_and_nothing_else() => Try(MainRoom, withBreakout: false);

    [Fact]
    public Task In_a_breakout_everybody_may_ask_what_is_theirs_and_nothing_else() => Try(BreakoutRoom, withBreakout: true);

    /// <summary>The addresses are asked of the server itself, so that a new one without a row here is found.</summary>
    [Fact]
    public async Task No_address_of_the_server_is_left_out()
    {
        var rows = MainRoom.Concat(BreakoutRoom).Select(door => door.Path.Replace("{about}", "{participant}", StringComparison.Ordinal));
        Assert.Equal(rows.Concat(Elsewhere).Order(StringComparer.Ordinal), (await Addresses.OfCommands()).Order(StringComparer.Ordinal));
    }

    private async Task Try(IEnumerable<Door> doors, bool withBreakout)
    {
        var elsewhere = await house.Host(house.Take(Furniture.Hosted), "Elsa");
        var aliases = new ConcurrentBag<string>(Enumerable.Range(0, AtATime).Select(_ => house.Take(Furniture.Hosted)));
        await Parallel.ForEachAsync(doors, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (door, _) =>
        {
            Assert.True(aliases.TryTake(out var alias));
            await Try(door, alias, elsewhere, withBreakout);
            aliases.Add(alias);
        });
        Assert.Empty(complaints);
    }

    private async Task Try(Door door, string alias, Visitor elsewhere, bool withBreakout)
    {
        var tries = 1;
        for (var i = 0; i < tries; i++)
        {
            await using var meeting = await Meeting.Begin(house, alias, withBreakout);
            if (i == 0) await TryRefused(door, meeting, elsewhere);
            var allowed = Knocks(door, meeting, elsewhere).Where(knock => knock.Allowed).ToList();
            if (Upsetting.Contains(door.Verb)) (tries, allowed) = (allowed.Count, [allowed[i]]);
            foreach (var knock in allowed) Judge(knock, await knock.By.Post(knock.Path, Rights.Body(door.Verb, meeting)));
        }
    }

    private async Task TryRefused(Door door, Meeting meeting, Visitor elsewhere)
    {
        var before = await meeting.Seen();
        foreach (var callers in Knocks(door, meeting, elsewhere).Where(knock => !knock.Allowed).GroupBy(knock => knock.Caller))
        {
            foreach (var knock in callers) Judge(knock, await knock.By.Post(knock.Path, Rights.Body(door.Verb, meeting)));
            if (await meeting.Seen() != before) complaints.Add($"{door.Path} by {callers.Key} was refused and changed something");
        }
    }

    private void Judge(Knock knock, Answer answer)
    {
        var expected = knock.Allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        var shaped = knock.Allowed ? answer.Type?.ToString() == "application/json" && answer.Text.StartsWith("""{"status":"success","result":""", StringComparison.Ordinal) : answer.Refusal is not null;
        if (answer.Status != expected || !shaped || (!knock.HasToken && answer.Refusal != "Invalid token"))
            complaints.Add($"{knock.Path} by {knock.Caller} about {knock.Subject}: {(int)answer.Status} {answer.Text}");
    }

    private static IEnumerable<Knock> Knocks(Door door, Meeting meeting, Visitor elsewhere)
    {
        var callers = new (string Name, Visitor By, bool HasToken, bool Host, bool In)[]
        {
            ("host", meeting.Host, true, true, true),
            ("guest", meeting.Guest, true, false, true),
            ("waiting guest", meeting.Waiting, true, false, false),
            ("released token", meeting.Released, false, false, false),
            ("token of another conference", meeting.Guest.With(elsewhere.Token), false, false, false),
            ("no token", meeting.Guest.With(null), false, false, false),
            ("garbage", meeting.Guest.With("garbage"), false, false, false),
        };
        foreach (var (name, by, hasToken, host, inside) in callers)
        {
            foreach (var (subject, id, there) in Subjects(door, meeting, elsewhere, by))
            {
                var own = subject == "own";
                var may = hasToken && there && (door.Who switch
                {
                    Who.Anyone => true,
                    Who.Inside => inside,
                    Who.HostsAndSelf => host || (own && (inside || door.Verb is not "take_floor")),
                    _ => host,
                });
                yield return new Knock(name, by, hasToken, subject, door.Filled(meeting.Breakout, id), may);
            }
        }
    }

    private static IEnumerable<(string Name, string Id, bool There)> Subjects(Door door, Meeting meeting, Visitor elsewhere, Visitor caller) =>
        !door.Path.Contains("{about}", StringComparison.Ordinal)
            ? [("nobody", "", true)]
            :
            [
                ("own", caller.Id, true),
                ("other", meeting.Other.Id, true),
                ("unknown", Guid.NewGuid().ToString(), false),
                ("somebody elsewhere", elsewhere.Id, false),
                ("no uuid", "not-a-uuid", false),
            ];

    private static HashSet<string> AllVerbs() =>
        [.. RoomVerbs.Both.Concat(RoomVerbs.Conference).Concat(RoomVerbs.Breakout).Concat(ParticipantVerbs.All).Select(verb => verb.Path)];

    /// <summary>One address of the API with places for a room, a participant and a mix.</summary>
    private sealed record Door(string Path, Who Who)
    {
        public string Verb { get; } = Path.Split("{about}/")[^1].Replace("breakouts/{room}/", "", StringComparison.Ordinal);

        public string Filled(string? room, string about) => Path
            .Replace("{room}", room, StringComparison.Ordinal)
            .Replace("{about}", about, StringComparison.Ordinal)
            .Replace("{mix}", "main.!personal", StringComparison.Ordinal);
    }

    private sealed record Knock(string Caller, Visitor By, bool HasToken, string Subject, string Path, bool Allowed);
}
