using Plenum.Server.Conferences.Streams;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>What may be read of a conference: each caller sees what its stream would tell it, and nothing more.</summary>
internal static class ReadDoors
{
    public static Task Status(Knock knock) =>
        Answers.Result(knock.Context, StatusBody.Of(Now(knock), Room(knock)), WireJson.Default.StatusBody);

    public static Task Participants(Knock knock)
    {
        var (conference, room) = (Now(knock), Room(knock));
        var seat = Sight(knock);
        var sees = conference.GuestsSeeGuests(room.Id);
        List<ParticipantBody> roster = [.. conference.Participants.Values
            .Where(p => p.Room == room.Id || p.Id == seat.Id)
            .Where(p => RosterFrame.Sees(seat, p, sees))
            .Select(p => ParticipantBody.Of(p, seat.Host))];
        return Answers.Result(knock.Context, roster, WireJson.Default.ListParticipantBody);
    }

    public static Task AvailableLayouts(Knock knock)
    {
        if (!string.Equals(knock.Context.Request.Query["annotate"], "true", StringComparison.OrdinalIgnoreCase))
        {
            return Answers.Result(knock.Context, [.. LayoutNames.All], AnswerJson.Default.ListString);
        }

        List<TaggedLayoutBody> tagged = [.. LayoutNames.All.Select(name => new TaggedLayoutBody(name, LayoutPictures.Tags(name)))];
        return Answers.Result(knock.Context, tagged, AnswerJson.Default.ListTaggedLayoutBody);
    }

    public static Task LayoutSvgs(Knock knock) => Answers.Result(
        knock.Context,
        LayoutNames.All.ToDictionary(name => name, LayoutPictures.Draw),
        AnswerJson.Default.DictionaryStringString);

    public static Task MessageText(Knock knock)
    {
        var text = Room(knock).MessageText;
        return Answers.Result(
            knock.Context,
            new MessageTextBody(text.Text, text.SetAt is { } at ? ParticipantBody.Epoch(at) : null),
            AnswerJson.Default.MessageTextBody);
    }

    public static Task Classification(Knock knock) => Answers.Result(
        knock.Context,
        new ClassificationBody(knock.Caller.Listing.Terms.ClassificationLevels, Room(knock).Classification),
        AnswerJson.Default.ClassificationBody);

    public static Task Pinning(Knock knock) =>
        Answers.Result(knock.Context, new PinningBody(Room(knock).Pinning), AnswerJson.Default.PinningBody);

    public static Task AvailablePinnings(Knock knock) =>
        Answers.Result(knock.Context, [.. Pin.Arrangements.Where(name => name.Length > 0)], AnswerJson.Default.ListString);

    public static Task Clock(Knock knock)
    {
        var clock = Room(knock).Clock;
        return Answers.Result(
            knock.Context,
            new ClockBody(clock.Type, clock.StartingValue, clock.Prefix, clock.Suffix, clock.Date),
            AnswerJson.Default.ClockBody);
    }

    /// <summary>We draw no screens of our own for calls, and say so in the way that clients expect.</summary>
    public static Task Theme(Knock knock)
    {
        knock.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static Task Avatar(Knock knock) =>
        Answers.No(knock.Context, new Refusal("No image available", StatusCodes.Status404NotFound));

    public static Task Properties(Knock knock) => Visible(knock) is null
        ? Answers.No(knock.Context, Refusal.NoSuchParticipant)
        : Answers.Result(knock.Context, new PropertiesBody(new Dictionary<string, string>()), AnswerJson.Default.PropertiesBody);

    public static Conference Now(Knock knock) => knock.Caller.Conference.Now;

    public static Participant Me(Knock knock) => Now(knock).Participants.GetValueOrDefault(knock.Caller.Id)
        ?? throw new Unreadable(Refusal.InvalidToken);

    /// <summary>The room in the address where the caller may look into it, else the caller's own.</summary>
    public static Room Room(Knock knock)
    {
        var me = Me(knock);
        var wanted = knock.Room ?? me.Home;
        if (knock.Room is { } other && other != me.Room && (!me.IsHost || me.Waiting)) throw new Unreadable(Refusal.InvalidRole);
        return Now(knock).Rooms.GetValueOrDefault(wanted) ?? throw new Unreadable(Refusal.NoSuchRoom);
    }

    /// <summary>A host who names a breakout looks into it, whether or not its stream tells of breakouts.</summary>
    private static Seat Sight(Knock knock)
    {
        var seat = Seat.Of(Me(knock));
        return knock.Room is null ? seat : seat with { Oversees = seat.Host };
    }

    private static Participant? Visible(Knock knock) =>
        Now(knock).Participants.TryGetValue(knock.Subject!.Value, out var about)
        && RosterFrame.Sees(Sight(knock), about, Now(knock).GuestsSeeGuests(about.Room)) ? about : null;
}
