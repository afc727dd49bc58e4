using System.Text.Json.Serialization;
using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>What everybody in the conference may know of one participant. Its id is unique in the conference.</summary>
public sealed record Participant(ParticipantId Id, string Name, Role Role, RoomId Room, DateTimeOffset JoinedAt)
{
    /// <summary>Outside the door: sees itself alone until admitted.</summary>
    public bool Waiting { get; init; }

    /// <summary>Dialled and not answered yet.</summary>
    public bool Connecting { get; init; }

    public ConferenceKind Kind { get; init; }

    public string Protocol { get; init; } = "api";

    public bool HasMedia { get; init; }

    /// <summary>A ticket led them in or leads them to another room, and may still be good when they are gone.</summary>
    public bool Ticketed { get; init; }

    /// <summary>Fetched by the conference rather than having come by itself.</summary>
    public bool DialledOut { get; init; }

    public bool Streaming { get; init; }

    public KeepAlive KeepsAlive { get; init; } = KeepAlive.Always;

    /// <summary>What the organisation calls whoever signed in; null for those who did not. Administrators see it, participants do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Account { get; init; }

    public string CallTag { get; init; } = "";

    public string LocalAlias { get; init; } = "";

    public string Uri { get; init; } = "";

    public string Vendor { get; init; } = "";

    public string OverlayText { get; init; } = "";

    /// <summary>Silenced on the server, by a host or by itself.</summary>
    public bool Muted { get; init; }

    /// <summary>Who was silenced by a host may not always undo it.</summary>
    public bool MutedByHost { get; init; }

    public bool ClientMuted { get; init; }

    public bool VideoMuted { get; init; }

    public bool TransmitMuted { get; init; }

    public bool OnHold { get; init; }

    public bool Presenting { get; init; }

    public bool ReceivesPresentation { get; init; } = true;

    public bool PresentationInMix { get; init; }

    public bool ShowsCaptions { get; init; }

    public DateTimeOffset? HandRaisedAt { get; init; }

    public DateTimeOffset? SpotlitAt { get; init; }

    public string LayoutGroup { get; init; } = "";

    public double? AspectRatio { get; init; }

    public bool StudioSound { get; init; }

    public AudioMixes AudioMixes { get; init; } = AudioMixes.Main;

    public string VideoMix { get; init; } = "main";

    /// <summary>Its client shows breakouts beside the main room, so it is told of them wrapped rather than sent there.</summary>
    public bool UnderstandsBreakouts { get; init; }

    /// <summary>Its client goes into a breakout with it and sees the other rooms from there.</summary>
    public bool FollowsRooms { get; init; }

    public bool UnderstandsDirectChat { get; init; } = true;

    public bool IsHost => Role is Role.Host;

    /// <summary>Told of every room: the main one plainly, the breakouts wrapped.</summary>
    public bool OverseesBreakouts => IsHost && UnderstandsBreakouts;

    /// <summary>The room that it hears plainly and speaks of unless it names another.</summary>
    public RoomId Home => OverseesBreakouts && !FollowsRooms ? RoomId.Main : Room;

    /// <summary>In the meeting: neither waiting nor still being called.</summary>
    public bool In => !Waiting && !Connecting;
}

/// <summary>Whether a participant alone keeps the meeting going.</summary>
public enum KeepAlive
{
    Always,
    IfMultiple,
    Never,
}

/// <summary>Which audio mixes a participant speaks into and listens to.</summary>
public sealed record AudioMixes(IReadOnlyList<AudioMixSend> Sends, string Receives)
{
    public static readonly AudioMixes Main = new([new AudioMixSend("main", false)], "main");
}

/// <summary>One mix that a participant is heard in.</summary>
public sealed record AudioMixSend(string MixName, bool Prominent);
