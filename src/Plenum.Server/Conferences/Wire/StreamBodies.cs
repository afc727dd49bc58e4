using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences.Wire;

internal sealed record DeletedBody(string Uuid);

internal sealed record ReasonBody(string Reason);

internal sealed record MessageBody(string Type, string Payload, string Origin, string Uuid, bool Direct)
{
    /// <summary>A host speaks into this breakout from elsewhere; our own client shows that as more than chat.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FromOutside { get; init; }
}

internal sealed record PresenterBody(string PresenterName, string PresenterUri, string PresenterUuid, string Source);

internal sealed record BreakoutSeatBody(string BreakoutUuid, string ParticipantUuid);

internal sealed record BreakoutReferBody(string BreakoutUuid, string BreakoutName, string RequesterUuid);

internal sealed record StageBody(string ParticipantUuid, int StageIndex, int Vad);

/// <summary>What somebody says, in writing. A line that is not final is replaced by the next.</summary>
internal sealed record CaptionBody(string Data, bool IsFinal, IReadOnlyList<CaptionSourceBody> Sources)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SrcLang { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TgtLang { get; init; }
}

internal sealed record CaptionSourceBody(string ParticipantUuid, IReadOnlyList<int> Indices);

internal sealed record ReferBody(string Alias, string Token)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BreakoutName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Target { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CallTag { get; init; }
}

internal sealed record LayoutBody(
    string View, IReadOnlyList<string> Participants, RequestedLayoutBody RequestedLayout, bool OverlayTextEnabled)
{
    public static LayoutBody Of(Room room, IEnumerable<Participants.Participant> inside, bool forHost) => new(
        forHost ? room.Layout.Host : room.Layout.Guest,
        [.. inside.Where(p => p.HasMedia).OrderBy(p => p.SpotlitAt ?? DateTimeOffset.MaxValue).Select(p => p.Id.ToString())],
        new RequestedLayoutBody(new PrimaryScreenBody(room.Layout.Host, room.Layout.Guest)),
        room.Layout.OverlayText);
}

internal sealed record RequestedLayoutBody(PrimaryScreenBody PrimaryScreen);

internal sealed record PrimaryScreenBody(string ChairLayout, string GuestLayout);

/// <summary>Every body that the client API writes, in snake case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ParticipantBody))]
[JsonSerializable(typeof(List<ParticipantBody>))]
[JsonSerializable(typeof(StatusBody))]
[JsonSerializable(typeof(DeletedBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(PresenterBody))]
[JsonSerializable(typeof(BreakoutSeatBody))]
[JsonSerializable(typeof(BreakoutReferBody))]
[JsonSerializable(typeof(List<StageBody>))]
[JsonSerializable(typeof(CaptionBody))]
[JsonSerializable(typeof(ReferBody))]
[JsonSerializable(typeof(LayoutBody))]
internal sealed partial class WireJson : JsonSerializerContext;
