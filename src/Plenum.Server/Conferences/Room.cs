using System.Collections.Immutable;
using Plenum.Server.Breakouts;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences;

/// <summary>What is true of one room of a meeting, main or breakout: its door, its mutes, its picture.</summary>
public sealed record Room(RoomId Id)
{
    public bool Locked { get; init; }

    /// <summary>Whether those who wait for a host are let in.</summary>
    public bool Started { get; init; }

    public bool GuestsMuted { get; init; }

    public bool GuestsCanUnmute { get; init; }

    public bool GuestsCanPresent { get; init; } = true;

    public GuestSight GuestsSee { get; init; } = GuestSight.Always;

    public bool ChatEnabled { get; init; } = true;

    public bool CaptionsAvailable { get; init; }

    public ParticipantId? Presenter { get; init; }

    public Layout Layout { get; init; } = Layout.Default;

    public ImmutableSortedDictionary<string, string> Mixes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public MessageText MessageText { get; init; } = MessageText.None;

    public int? Classification { get; init; }

    public string Pinning { get; init; } = "";

    public Clock Clock { get; init; } = Clock.Off;

    /// <summary>Null for the main room.</summary>
    public Breakout? Breakout { get; init; }

    /// <summary>The room once somebody has gone: no longer presenting, calling for a host, or having a picture of their own.</summary>
    public Room Without(ParticipantId gone) => this with
    {
        Presenter = Presenter == gone ? null : Presenter,
        Mixes = Mixes.Remove(MixNames.PersonalOf(gone)),
        Breakout = Breakout?.HelpWantedBy == gone ? Breakout with { HelpWantedAt = null, HelpWantedBy = null } : Breakout,
    };
}

/// <summary>When guests see other guests in the roster.</summary>
public enum GuestSight
{
    Always,
    NoHosts,
    Never,
}

/// <summary>A line that the hosts put on everybody's picture, and since when.</summary>
public sealed record MessageText(string Text, DateTimeOffset? SetAt)
{
    public static readonly MessageText None = new("", null);
}

/// <summary>A clock on everybody's picture.</summary>
public sealed record Clock(string Type, double StartingValue, string Prefix, string Suffix, string Date)
{
    public static readonly Clock Off = new("", 0, "", "", "");
}
