namespace Plenum.Server.Conferences;

/// <summary>What a decision may look at besides the conference: the time, the configuration, and an id nobody has used yet.</summary>
public sealed record Circumstances(DateTimeOffset Now, ConferenceTerms Terms, Guid Fresh);

/// <summary>How a conference is configured. PINs are elsewhere: what a PIN proves is settled at the door.</summary>
public sealed record ConferenceTerms
{
    public ConferenceKind Kind { get; init; }

    public bool HasHostPin { get; init; }

    public bool HasGuestPin { get; init; }

    public bool AllowGuests { get; init; } = true;

    public bool ChatEnabled { get; init; } = true;

    public bool GuestsCanPresent { get; init; } = true;

    public bool GuestsCanUnmute { get; init; }

    public bool MuteGuestsOnJoin { get; init; }

    public bool CaptionsAvailable { get; init; }

    public bool BreakoutsAllowed { get; init; } = true;

    /// <summary>Nobody comes in of whom the organisation does not say who they are.</summary>
    public bool SignIn { get; init; }

    public int ParticipantLimit { get; init; } = 1000;

    public TimeSpan WaitingLimit { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan GraceWithoutHost { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Guests need no host to come in and to stay.</summary>
    public bool GuestsMayStart { get; init; }

    /// <summary>Whoever holds the host PIN waits too while the conference is locked.</summary>
    public bool LockHoldsHosts { get; init; }

    public IReadOnlyDictionary<string, string> ClassificationLevels { get; init; } = new Dictionary<string, string>
    {
        ["0"] = "Unclassified",
        ["1"] = "Official",
        ["2"] = "Secret",
    };

    /// <summary>With a host PIN, guests wait until a host is in.</summary>
    public bool GuestsNeedHost => HasHostPin && !GuestsMayStart;

    /// <summary>The same as another kind: an auditorium brings rules for its guests, and takes them with it.</summary>
    public ConferenceTerms Becoming(ConferenceKind kind) => (Kind, kind) switch
    {
        (not ConferenceKind.Auditorium, ConferenceKind.Auditorium) =>
            this with { Kind = kind, MuteGuestsOnJoin = true, GuestsCanUnmute = false, GuestsCanPresent = false },
        (ConferenceKind.Auditorium, not ConferenceKind.Auditorium) =>
            this with { Kind = kind, MuteGuestsOnJoin = false, GuestsCanPresent = true },
        _ => this with { Kind = kind },
    };
}
