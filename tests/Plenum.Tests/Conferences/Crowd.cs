using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

/// <summary>People who do anything at all, allowed or not.</summary>
internal sealed class Crowd(Gathering meeting)
{
    private static readonly GuestSight[] Sights = [GuestSight.Always, GuestSight.NoHosts, GuestSight.Never];
    private static readonly string[] LayoutChoices = ["1:0", "4:0", "ac", "no such"];
    private static readonly string[] MixChoices = ["main.!personal", "stage", ""];
    private static readonly KeepAlive[] KeepAlives = [KeepAlive.Always, KeepAlive.IfMultiple, KeepAlive.Never];
    private static readonly int[] Seconds = [0, 0, 1, 30, 61, 901];

    private static readonly Func<Gathering, Deed, Command>[] OfARoom =
    [
        (_, d) => new LockRoom(d.Yes), (_, d) => new LockRoom(d.Yes), (_, _) => new StartMeeting(), (_, d) => new MuteGuests(d.Yes),
        (_, d) => new LetGuestsUnmute(d.Yes), (_, d) => new LetGuestsPresent(d.Yes), (_, d) => new LetGuestsSee(d.Of(Sights)),
        (_, d) => new EnableChat(d.Yes), (_, _) => new LowerAllHands(), (_, _) => new ClearSpotlights(), (_, _) => new DisconnectAll(),
        (_, d) => new SendMessage(d.Yes ? "text/plain" : "application/json", "words"), (_, _) => new MessageBreakouts("text/plain", "words"),
        (_, d) => new TransformLayout(new LayoutWish($"{{\"layout\":\"{d.Of(LayoutChoices)}\"}}") { Layout = d.Of(LayoutChoices) }),
        (_, _) => new TransformLayout(new LayoutWish("{}")), (_, d) => new OverrideLayout(d.Yes ? "[]" : "[{}]"),
        (_, d) => new DetectSilentVideo(d.Yes ? "{}" : "{\"enable\":true}"), (_, d) => new SetMessageText(d.Yes ? "" : "Hello"),
        (_, d) => new Classify(d.How % 4), (_, d) => new Pin(d.Yes ? "" : "hosts_first"),
        (_, d) => new SetClock(d.Yes ? Clock.Off : new Clock("time", 1, "a", "b", "")), (_, d) => new CreateMix(d.Of(MixChoices)),
        (_, d) => new ConfigureMix(d.Of(MixChoices), d.Yes ? "1:0" : ""), (_, d) => new DeleteMix(d.Of(MixChoices)),
        (_, d) => new AskForHost(d.Yes), (_, _) => new LeaveBreakout(), (_, _) => new EmptyBreakouts(), (_, _) => new CloseBreakout(),
        (_, _) => new CloseAllBreakouts(),
        (g, d) => new Dial(g.NextId(), new DialWish("demo:x", d.Yes ? Role.Host : Role.Guest)
        {
            DisplayName = "Called", Protocol = "sip", Streaming = d.How % 3 == 0, KeepsAlive = d.Of(KeepAlives),
        }),
    ];

    private static readonly Func<Deed, Command>[] OfSomebody =
    [
        _ => new DisconnectParticipant(), _ => new Admit(), _ => new Admit(), d => new Mute(d.Yes), d => new Mute(d.Yes),
        d => new ClientMute(d.Yes), d => new MuteVideo(d.Yes), d => new AllowPresentation(d.Yes), d => new Spotlight(d.Yes),
        d => new Spotlight(true), d => new RaiseHand(d.Yes), d => new ChangeRole(d.Yes ? Role.Host : Role.Guest),
        d => new ChangeRole(d.Yes ? Role.Host : Role.Guest), d => new SetOverlayText(d.Yes ? "" : "Text"), d => new MixPresentation(d.Yes),
        d => new SendMessage("text/plain", "whisper"), _ => new TakeFloor(), _ => new TakeFloor(), _ => new ReleaseFloor(),
        d => new ShowCaptions(d.Yes), d => new PreferAspectRatio(d.How), _ => new StillHere(), d => new Hold(d.Yes),
        d => new MuteTransmission(d.Yes), d => new UseStudioSound(d.Yes), d => new JoinLayoutGroup(d.Yes ? "" : "left"),
        d => new ChooseAudioMixes(d.Yes ? null : [new AudioMixSend("main", true)], d.Yes ? "other" : null),
        _ => new SendTones("1"), _ => new MoveCamera("{}"), _ => new Answer(),
        d => new Transfer(new Destination(new ConferenceId(Gathering.Numbered(0xC1)), "elsewhere", Role.Guest, new ParticipantId(Gathering.Numbered(d.How)))),
    ];

    public (Command Command, Actor By) Means(Deed deed) => (deed.What % 10) switch
    {
        0 or 1 => Comes(deed),
        2 => (new Leave(Reasons.Left) { Subject = Somebody(deed.Whom) ?? meeting.NextId() }, Actor.Clock),
        3 => Moves(deed),
        4 or 5 or 6 => (OfARoom[deed.What / 10 % OfARoom.Length](meeting, deed) with { Room = ARoom(deed.Whom) }, Asker(deed)),
        _ => About(deed),
    };

    /// <summary>How long passes before this deed.</summary>
    public static TimeSpan Before(Deed deed) => TimeSpan.FromSeconds(deed.What % 10 is 2 or 3 ? Seconds[deed.Who % Seconds.Length] : 0);

    public ParticipantId? Somebody(int number)
    {
        var people = meeting.Conference.Participants.Keys.ToList();
        return people.Count == 0 ? null : people[number % people.Count];
    }

    private (Command Command, Actor By) Comes(Deed deed)
    {
        var role = deed.Yes || !meeting.Terms.HasHostPin ? Role.Host : Role.Guest;
        var newcomer = meeting.Newcomer($"P{deed.How}", role) with
        {
            UnderstandsBreakouts = deed.Whom % 3 != 0,
            VouchedFor = deed.Whom % 7 == 0,
            Room = deed.Whom % 7 == 0 ? ARoom(deed.Who) ?? RoomId.Main : RoomId.Main,
        };
        // Now and then it is somebody who is there already and follows a move with a ticket.
        if (newcomer.VouchedFor && Somebody(deed.How) is { } moved) newcomer = newcomer with { Id = moved };
        return (new Join(newcomer) { Ticket = newcomer.VouchedFor ? $"ticket {meeting.NextId()}" : null }, Actor.Of(newcomer.Id));
    }

    private (Command Command, Actor By) Moves(Deed deed)
    {
        List<ParticipantId> people = [.. new[] { Somebody(deed.Whom), Somebody(deed.How) }.OfType<ParticipantId>()];
        Command command = deed.Yes
            ? new Move(ARoom(deed.How) ?? RoomId.Main, people)
            : new OpenBreakout(meeting.NextRoom(), new BreakoutPlan("Breakout")
            {
                People = people,
                Duration = deed.Whom % 2 == 0 ? TimeSpan.FromSeconds(30) : null,
                EndAction = deed.Whom % 4 == 0 ? EndAction.Disconnect : EndAction.Transfer,
                GuestsMayLeave = deed.Who % 2 == 0,
            });
        return (command, Asker(deed));
    }

    private (Command Command, Actor By) About(Deed deed)
    {
        var asker = Asker(deed);
        var subject = deed.How % 3 == 0 && asker.Participant is { } self ? self : Somebody(deed.Whom) ?? meeting.NextId();
        var command = OfSomebody[deed.What / 10 % OfSomebody.Length](deed) with { Subject = subject };
        return (command, command.Right is Right.Door ? Actor.Clock : asker);
    }

    private Actor Asker(Deed deed) =>
        deed.Who % 20 == 0 || Somebody(deed.Who) is not { } who ? Actor.OfAdministrator("admin") : Actor.Of(who);

    /// <summary>Mostly none: the room that the asker is in.</summary>
    private RoomId? ARoom(int number)
    {
        var rooms = meeting.Conference.Rooms.Keys.ToList();
        return number % 3 == 0 ? rooms[number / 3 % rooms.Count] : null;
    }
}
