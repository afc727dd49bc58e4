namespace Plenum.Server.Conferences;

/// <summary>A plain no, in the words that official clients know. Becomes one failed answer at the door.</summary>
public sealed record Refusal(string Text, int Status = StatusCodes.Status403Forbidden)
{
    public static readonly Refusal InvalidRole = new("Invalid role");
    public static readonly Refusal InvalidToken = new("Invalid token");
    public static readonly Refusal InvalidPin = new("Invalid PIN");
    public static readonly Refusal NoSuchConference = new("Neither conference nor gateway found", StatusCodes.Status404NotFound);
    public static readonly Refusal NoSuchParticipant = new("Participant not found");
    public static readonly Refusal NoSuchRoom = new("Breakout room not found");
    public static readonly Refusal ParticipantLimit = new("Participant limit reached");
    public static readonly Refusal OutOfResource = new("Out of resource", StatusCodes.Status503ServiceUnavailable);
    public static readonly Refusal Maintenance = new("Maintenance mode", StatusCodes.Status503ServiceUnavailable);
    public static readonly Refusal TooMany = new("Too many requests: slow down and try again", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal ChatDisabled = new("Chat is disabled");
    public static readonly Refusal NotInMeeting = new("Waiting participants cannot do this");

    /// <summary>Said beside the text, to clients that know of it: why somebody is no longer inside, in the words of a disconnect.</summary>
    public string? Departed { get; init; }

    /// <summary>The token of somebody whom a host or an administrator removed. Other clients hear what they hear of every token that counts no more.</summary>
    public static Refusal SentAway(string reason) => InvalidToken with { Departed = reason };

    public static Refusal BadRequest(string text) => new(text, StatusCodes.Status400BadRequest);
}
