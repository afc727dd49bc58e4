using System.Text.Json;

namespace Plenum.Server.Plugins.Messages;

/// <summary>
/// From a script to a plugin in some pages, or, with no plugin, to the pages themselves. The body is what they get, and what
/// callbacks get back; those are source text, and stay.
/// </summary>
internal sealed record UiMessage(Guid Id, Guid Run, string Plugin, string Name, JsonElement Body, IReadOnlyDictionary<string, string> Callbacks, DateTimeOffset At, DateTimeOffset Until);

/// <summary>One message on its way to one page, by the page's own count.</summary>
internal sealed record Delivery(Tab Tab, long Seq, UiMessage Message);

/// <summary>What a page said: that a plugin calls a callback of a message, or sends an event. Its number is the page's own.</summary>
internal sealed record Saying(string Tab, long Seq, string User, string Person, string Plugin, Guid? Message, string Event, string? Callback, JsonElement Body, string Address, DateTimeOffset At);

/// <summary>What became of a message in one page.</summary>
internal sealed record Fate(string Tab, string User, DateTimeOffset At, DateTimeOffset? TakenAt);
