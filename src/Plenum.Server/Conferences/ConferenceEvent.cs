namespace Plenum.Server.Conferences;

/// <summary>Something that happened, as the log keeps it. Applying it is the one way a conference changes.</summary>
public abstract record ConferenceEvent
{
    public abstract Conference Apply(Conference conference, DateTimeOffset at);
}
