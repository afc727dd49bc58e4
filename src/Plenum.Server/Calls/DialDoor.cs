using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>
/// Where a host asks the conference to call somebody. A destination that no dialer reaches is answered with an empty list,
/// the only failure that the official validator lets through and that plugins read as one.
/// </summary>
internal sealed class DialDoor(IEnumerable<IDialer> dialers)
{
    private static readonly string[] Protocols = ["sip", "h323", "rtmp", "mssip", "api", "webrtc"];

    public async Task Dial(Knock knock)
    {
        var wish = Read(knock.Body);
        var me = ReadDoors.Me(knock);
        if (!me.IsHost || me.Waiting)
        {
            await Answers.No(knock.Context, Refusal.InvalidRole);
            return;
        }

        var (refusal, called) = await Call(knock.Caller.Conference, knock.Caller.Listing, knock.Caller.Alias, knock.Room, wish, knock.Caller.Actor);
        if (refusal is not null) await Answers.No(knock.Context, refusal);
        else await Called(knock, called is { } id ? [id] : []);
    }

    /// <summary>Neither a refusal nor somebody who is called means that no dialer reaches the destination.</summary>
    public async Task<(Refusal? Refusal, ParticipantId? Called)> Call(LiveConference conference, Listing listing, string alias, RoomId? room, DialWish wish, Actor by)
    {
        if (dialers.FirstOrDefault(dialer => dialer.Reaches(wish)) is not { } dialer) return (null, null);
        var id = ParticipantId.New();
        if (await conference.Tell(new Dial(id, wish) { Room = room }, by) is Decision.Refuse refused) return (refused.Refusal, null);
        dialer.Call(id, wish with { CalledFrom = alias, CalledBy = listing.Name }, new ConferenceLine(conference, id));
        return (null, id);
    }

    private static Task Called(Knock knock, params ParticipantId[] ids) =>
        Answers.Result(knock.Context, [.. ids.Select(id => id.ToString())], AnswerJson.Default.ListString);

    public static DialWish Read(Body body)
    {
        var destination = RoomVerbs.Cut(body.NeededText("destination").Trim(), 500);
        if (destination.Length == 0) throw new Unreadable("destination is required");
        var simulated = destination.StartsWith(SimulatedPeers.Scheme, StringComparison.OrdinalIgnoreCase);
        var streaming = body.Flag("streaming") ?? false;
        var name = DisplayName.Clean(body.Text("remote_display_name") ?? destination);
        return new DialWish(destination, RoleSpelling.Read(body.Text("role")) ?? Role.Host)
        {
            DisplayName = simulated ? $"{name} (simulated)" : name,
            Protocol = ProtocolOf(body.Text("protocol"), destination, streaming),
            Streaming = streaming,
            Vendor = simulated ? SimulatedPeers.Vendor : "",
            OverlayText = DisplayName.Clean(body.Text("text") ?? body.Text("overlay_text") ?? "", 250),
            DtmfSequence = RoomVerbs.Cut(body.Text("dtmf_sequence") ?? "", 100),
            KeepsAlive = body.Text("keep_conference_alive") switch
            {
                "keep_conference_alive" => KeepAlive.Always,
                "keep_conference_alive_if_multiple" => KeepAlive.IfMultiple,
                "keep_conference_alive_never" => KeepAlive.Never,
                _ => streaming ? KeepAlive.Never : KeepAlive.IfMultiple,
            },
        };
    }

    private static string ProtocolOf(string? asked, string destination, bool streaming)
    {
        if (destination.StartsWith("rtmp", StringComparison.OrdinalIgnoreCase)) return "rtmp";
        if (asked is not null && Protocols.Contains(asked.ToLowerInvariant())) return asked.ToLowerInvariant();
        return streaming ? "rtmp" : "sip";
    }
}
