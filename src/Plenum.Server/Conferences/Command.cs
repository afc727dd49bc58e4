using Plenum.Server.Participants;

namespace Plenum.Server.Conferences;

/// <summary>
/// Something that somebody asks of a conference. Its right and its targets are checked before it decides, in one place,
/// so that no command can forget to.
/// </summary>
public abstract record Command
{
    /// <summary>Who may ask; hosts unless a command says otherwise.</summary>
    public virtual Right Right => Right.Host;

    /// <summary>The room it speaks of; null for the one that the asker is in.</summary>
    public RoomId? Room { get; init; }

    /// <summary>The participant it speaks of, where it speaks of one.</summary>
    public ParticipantId? Subject { get; init; }

    public abstract Decision Decide(Conference conference, Actor by, Circumstances circumstances);

    /// <summary>Whose client shows breakouts beside the main room speaks of the main room unless it names another.</summary>
    protected Room At(Conference conference, Actor by)
    {
        if (Room is { } named) return conference.Rooms[named];
        var asker = by.Participant is { } id ? conference.Participants.GetValueOrDefault(id) : null;
        return asker is null ? conference.Main : conference.Rooms[asker.Home];
    }

    internal Refusal? Refuse(Conference conference, Actor by, Circumstances circumstances)
    {
        if (by.Participant is { } id && Right is not Right.Door)
        {
            if (!conference.Participants.TryGetValue(id, out var asker)) return Refusal.InvalidToken;
            if (Deny(asker, circumstances.Terms.Kind) is { } refusal) return refusal;
        }

        if (Room is { } room && !conference.Rooms.ContainsKey(room)) return Refusal.NoSuchRoom;
        if (Subject is { } subject && !conference.Participants.ContainsKey(subject)) return Refusal.NoSuchParticipant;
        return null;
    }

    private Refusal? Deny(Participant asker, ConferenceKind kind)
    {
        if (Right is Right.Anyone) return null;
        var own = Subject == asker.Id;
        if (Right is Right.Own && own) return null;
        if (asker.Waiting) return Refusal.NotInMeeting;
        if (Room is { } room && room != asker.Room && !asker.IsHost) return Refusal.InvalidRole;
        if (Right is Right.Inside) return null;
        return asker.IsHost && kind is not ConferenceKind.TestCall ? null : Refusal.InvalidRole;
    }
}

/// <summary>Who may give a command.</summary>
public enum Right
{
    /// <summary>Hosts, wherever a conference can be controlled.</summary>
    Host,

    /// <summary>Whoever it is about, and hosts.</summary>
    Own,

    /// <summary>Everybody who is not waiting.</summary>
    Inside,

    /// <summary>Everybody who holds a token.</summary>
    Anyone,

    /// <summary>Only the server's own doors and clock: no request maps to it directly.</summary>
    Door,
}
