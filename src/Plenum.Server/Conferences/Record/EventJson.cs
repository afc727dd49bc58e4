using System.Text.Json.Serialization;
using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Record;

/// <summary>
/// Every event that a log can hold, and the state that snapshots hold. What is not listed here cannot be stored; what lacks
/// a part of an event is not one.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MeetingBegan))]
[JsonSerializable(typeof(MeetingEnded))]
[JsonSerializable(typeof(MeetingStarted))]
[JsonSerializable(typeof(HostsGone))]
[JsonSerializable(typeof(RoomLocked))]
[JsonSerializable(typeof(GuestsMuted))]
[JsonSerializable(typeof(GuestsMayUnmute))]
[JsonSerializable(typeof(GuestsMayPresent))]
[JsonSerializable(typeof(GuestsSee))]
[JsonSerializable(typeof(ChatEnabled))]
[JsonSerializable(typeof(MessageTextSet))]
[JsonSerializable(typeof(Classified))]
[JsonSerializable(typeof(Pinned))]
[JsonSerializable(typeof(ClockSet))]
[JsonSerializable(typeof(ParticipantJoined))]
[JsonSerializable(typeof(TicketUsed))]
[JsonSerializable(typeof(ParticipantAdmitted))]
[JsonSerializable(typeof(ParticipantLeft))]
[JsonSerializable(typeof(ParticipantMuted))]
[JsonSerializable(typeof(ClientMuted))]
[JsonSerializable(typeof(VideoMuted))]
[JsonSerializable(typeof(HandRaised))]
[JsonSerializable(typeof(Spotlit))]
[JsonSerializable(typeof(RoleChanged))]
[JsonSerializable(typeof(OverlayTextChanged))]
[JsonSerializable(typeof(PresentationAllowed))]
[JsonSerializable(typeof(PresentationMixed))]
[JsonSerializable(typeof(CaptionsShown))]
[JsonSerializable(typeof(AspectRatioPreferred))]
[JsonSerializable(typeof(PutOnHold))]
[JsonSerializable(typeof(TransmissionMuted))]
[JsonSerializable(typeof(StudioSoundUsed))]
[JsonSerializable(typeof(AudioMixesChosen))]
[JsonSerializable(typeof(LayoutGroupJoined))]
[JsonSerializable(typeof(TransferOffered))]
[JsonSerializable(typeof(MessageSent))]
[JsonSerializable(typeof(LayoutChanged))]
[JsonSerializable(typeof(MixConfigured))]
[JsonSerializable(typeof(MixDeleted))]
[JsonSerializable(typeof(FloorTaken))]
[JsonSerializable(typeof(FloorReleased))]
[JsonSerializable(typeof(DialAnswered))]
[JsonSerializable(typeof(BreakoutOpened))]
[JsonSerializable(typeof(ParticipantMoved))]
[JsonSerializable(typeof(HostAskedFor))]
[JsonSerializable(typeof(BreakoutClosed))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(FoldedConference))]
internal sealed partial class EventJson : JsonSerializerContext;
