namespace Plenum.Server.Conferences.Doors;

/// <summary>What one path of the client API asks of a conference.</summary>
/// <param name="Path">The last part of the address, below the conference, the room or the participant.</param>
/// <param name="Wish">Understands the request as a command.</param>
internal sealed record Verb(string Path, Func<Knock, Command> Wish)
{
    /// <summary>Official clients insist on <c>null</c> for some and on <c>true</c> for the rest.</summary>
    public bool AnswersNull { get; init; }
}
