using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences.Wire;

/// <summary>What is true of a room, as <c>conference_status</c> answers and <c>conference_update</c> tells.</summary>
internal sealed record StatusBody(
    bool Locked,
    bool GuestsMuted,
    bool AllMuted,
    bool Started,
    bool PresentationAllowed,
    bool GuestsCanPresent,
    bool GuestsCanUnmute,
    string GuestsCanSeeGuests,
    bool ChatEnabled,
    bool LiveCaptionsAvailable,
    bool DirectMedia,
    bool BreakoutRooms,
    bool Breakout,
    bool Recording,
    bool Streaming,
    bool Transcribing,
    string MessageText,
    string PinningConfig,
    ClassificationBody Classification)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BreakoutName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BreakoutDescription { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EndAction { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? EndTime { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? BreakoutGuestsAllowedToLeave { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BuzzBody? Breakoutbuzz { get; init; }

    public static StatusBody Of(Conference conference, Room room)
    {
        var terms = conference.Meeting?.Terms ?? new ConferenceTerms();
        var body = new StatusBody(
            Locked: room.Locked,
            GuestsMuted: room.GuestsMuted,
            AllMuted: false,
            Started: room.Started,
            PresentationAllowed: true,
            GuestsCanPresent: room.GuestsCanPresent,
            GuestsCanUnmute: room.GuestsCanUnmute,
            GuestsCanSeeGuests: room.GuestsSee.OnTheWire(),
            ChatEnabled: room.ChatEnabled,
            LiveCaptionsAvailable: room.CaptionsAvailable,
            DirectMedia: false,
            BreakoutRooms: terms.BreakoutsAllowed && room.Id.IsMain,
            Breakout: room.Breakout is not null,
            Recording: false,
            Streaming: conference.Participants.Values.Any(p => p.Streaming && p.In),
            Transcribing: false,
            MessageText: room.MessageText.Text,
            PinningConfig: room.Pinning,
            Classification: new ClassificationBody(terms.ClassificationLevels, room.Classification));
        return room.Breakout is not { } breakout ? body : body with
        {
            BreakoutName = breakout.Name,
            BreakoutDescription = breakout.Description,
            EndAction = breakout.EndAction is Breakouts.EndAction.Transfer ? "transfer" : "disconnect",
            EndTime = breakout.EndsAt is { } end ? ParticipantBody.Epoch(end) : null,
            BreakoutGuestsAllowedToLeave = breakout.GuestsMayLeave,
            Breakoutbuzz = new BuzzBody(ParticipantBody.Epoch(breakout.HelpWantedAt), breakout.HelpWantedAt.HasValue),
        };
    }
}

internal sealed record ClassificationBody(IReadOnlyDictionary<string, string> Levels, int? Current);

internal sealed record BuzzBody(double Time, bool Value);

/// <summary>The spellings of when guests see guests.</summary>
internal static class SightSpelling
{
    public static string OnTheWire(this GuestSight sight) => sight switch
    {
        GuestSight.NoHosts => "no_hosts",
        GuestSight.Never => "never",
        _ => "always",
    };

    public static GuestSight? Read(string? text) => text switch
    {
        "always" => GuestSight.Always,
        "no_hosts" => GuestSight.NoHosts,
        "never" => GuestSight.Never,
        _ => null,
    };
}
