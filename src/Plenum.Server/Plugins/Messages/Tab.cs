namespace Plenum.Server.Plugins.Messages;

/// <summary>
/// A page in which plugins run: one load of it, in the hands of one user. That is a participant of a conference, by its id, or
/// whoever another app says that it is.
/// </summary>
internal sealed record Tab(string Id, Guid Conference, string User)
{
    /// <summary>What the organisation calls a participant who signed in; else empty.</summary>
    public string Account { get; init; } = "";

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Not in a conference, but in a page of another app.</summary>
    public bool Elsewhere => Conference == Guid.Empty;

    public bool Is(Tab other) => Id == other.Id && Conference == other.Conference && User == other.User;
}

/// <summary>Whose page it is that says something, as the server knows and not as the page claims.</summary>
internal sealed record Holder(Guid Conference, string User, string Name, string Account, IReadOnlyList<string> Groups, string Address)
{
    /// <summary>By which alias they came into their conference; else empty.</summary>
    public string Alias { get; init; } = "";
}
