using System.Text.Json;

namespace Plenum.Server.Plugins.Messages;

/// <summary>
/// From a script to a plugin in some pages, or, with no plugin, to the pages themselves. The body is what they get, and what
/// callbacks get back; those are source text, and stay.
/// </summary>
public sealed record UiMessage(Guid Id, Guid Run, string Plugin, string Name, JsonElement Body, IReadOnlyDictionary<string, string> Callbacks, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>How long answers are taken, where nothing ended that earlier.</summary>
    private static readonly TimeSpan Answerable = TimeSpan.FromHours(24);

    /// <summary>What is run when nobody answered in time; source text, empty for nothing.</summary>
    public string OnTimeout { get; init; } = "";

    /// <summary>Why no more answers are taken; null while they are.</summary>
    public Closing? Closed { get; init; }

    public bool TakesAnswers(DateTimeOffset now) => Closed is null && (now < Until || now < At + Answerable);
}

/// <summary>Why a message takes no more answers.</summary>
public enum Closing
{
    /// <summary>Whoever asked has the answer.</summary>
    Answered,

    /// <summary>Nobody answered in time.</summary>
    Timeout,
}

/// <summary>One message on its way to one page, by the page's own count.</summary>
internal sealed record Delivery(Tab Tab, long Seq, UiMessage Message);

/// <summary>What a page said: that a plugin calls a callback of a message, or sends an event. Its number is the page's own.</summary>
internal sealed record Saying(string Tab, long Seq, string User, string Person, string Plugin, Guid? Message, string Event, string? Callback, JsonElement Body, string Address, DateTimeOffset At)
{
    /// <summary>What the organisation calls who said it; empty where nobody signed in.</summary>
    public string Account { get; init; } = "";

    /// <summary>The alias by which they came in.</summary>
    public string Conference { get; init; } = "";
}

/// <summary>What became of a message in one page.</summary>
internal sealed record Fate(string Tab, string User, DateTimeOffset At, DateTimeOffset? TakenAt);
