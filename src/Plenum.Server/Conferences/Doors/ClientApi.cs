using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Every address of the client API, as a table of contents.</summary>
internal static class ClientApi
{
    public const string Root = "/api/client/v2";

    public static void MapTo(WebApplication app)
    {
        var services = app.Services;
        var door = services.GetRequiredService<CommandDoor>();
        var entrance = services.GetRequiredService<Entrance>();
        var tokens = services.GetRequiredService<TokenDoors>();
        var breakouts = services.GetRequiredService<BreakoutDoors>();
        var calls = services.GetRequiredService<CallDoors>();
        var dial = services.GetRequiredService<DialDoor>();
        var transfer = services.GetRequiredService<TransferDoor>();
        var slides = services.GetRequiredService<SlideDoors>();
        var api = app.MapGroup(Root);

        var attestations = services.GetRequiredService<AttestationDoors>();
        var maintenance = services.GetRequiredService<Maintenance>();
        api.MapGet("status", context => maintenance.On ? Answers.No(context, Refusal.Maintenance) : Answers.Text(context, "OK"));
        api.MapGet("jwk", attestations.Keys);
        var conference = api.MapGroup("conferences/{alias}");
        conference.MapPost("request_token", entrance.RequestToken);
        conference.MapPost("refresh_token", tokens.Refreshing(door));
        conference.MapPost("release_token", door.Open(TokenDoors.Release));
        conference.MapGet("events", door.Open(services.GetRequiredService<EventsDoor>().Open));
        conference.MapPost("breakouts", door.Open(BreakoutDoors.Open));
        Room(conference, door, RoomVerbs.Conference);
        Slides(conference, door, slides);
        Participant(conference, door, calls, transfer);
        conference.MapPost("dial", door.Open(dial.Dial));
        conference.MapGet("theme/{**path}", door.Open(ReadDoors.Theme));

        var breakout = conference.MapGroup("breakouts/{room}");
        foreach (var room in new[] { conference, breakout }) room.MapGet("participants/{participant}/get_attestation", door.Open(attestations.Attest));
        Room(breakout, door, RoomVerbs.Breakout);
        Slides(breakout, door, slides);
        Participant(breakout, door, calls, transfer);
        breakout.MapPost("dial", door.Open(dial.Dial));
        breakout.MapPost("request_guest_token", door.Open(breakouts.GuestToken));

        var own = conference.MapGroup("plenum");
        own.MapGet("timeline", door.Open(services.GetRequiredService<TimelineDoor>().Read));
        var settings = services.GetRequiredService<ServerSettings>();
        if (settings.CaptionDoor) own.MapPost("captions", door.Open(CaptionDoor.Tell));
        if (settings.SpeechDoor) own.MapPost("speech", door.Open(SpeechDoor.Tell));
    }

    private static void Room(RouteGroupBuilder room, CommandDoor door, IReadOnlyList<Verb> more)
    {
        foreach (var verb in RoomVerbs.Both.Concat(more)) room.MapPost(verb.Path, door.For(verb));
        room.MapGet("conference_status", door.Open(ReadDoors.Status));
        room.MapGet("participants", door.Open(ReadDoors.Participants));
        room.MapGet("available_layouts", door.Open(ReadDoors.AvailableLayouts));
        room.MapGet("layout_svgs", door.Open(ReadDoors.LayoutSvgs));
        room.MapGet("get_message_text", door.Open(ReadDoors.MessageText));
        room.MapGet("get_classification_level", door.Open(ReadDoors.Classification));
        room.MapGet("get_pinning_config", door.Open(ReadDoors.Pinning));
        room.MapGet("available_pinning_configs", door.Open(ReadDoors.AvailablePinnings));
        room.MapGet("get_clock", door.Open(ReadDoors.Clock));
    }

    private static void Slides(RouteGroupBuilder room, CommandDoor door, SlideDoors slides)
    {
        room.MapPost("presentation", door.OpenUnread(slides.Show));
        room.MapGet("presentation.jpeg", door.Open(SlideDoors.Jpeg));
        room.MapGet("presentation_high.jpeg", door.Open(SlideDoors.Jpeg));
        room.MapGet("presentation.png", door.Open(SlideDoors.Png));
    }

    private static void Participant(RouteGroupBuilder room, CommandDoor door, CallDoors calls, TransferDoor transfer)
    {
        var participant = room.MapGroup("participants/{participant}");
        foreach (var verb in ParticipantVerbs.All) participant.MapPost(verb.Path, door.For(verb));
        participant.MapPost("transfer", door.Open(transfer.Transfer));
        participant.MapGet("avatar.jpg", door.Open(ReadDoors.Avatar));
        participant.MapGet("get_properties", door.Open(ReadDoors.Properties));
        participant.MapPost("calls", door.Open(calls.Start));
        foreach (var verb in new[] { "ack", "disconnect", "dtmf", "fecc", "new_candidate", "update", "statistics" })
        {
            participant.MapPost($"calls/{{call}}/{verb}", door.Open(CallDoors.Unknown));
        }
    }
}
