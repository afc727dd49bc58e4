using System.Text.Json;

namespace Plenum.Server.Plugins.Messages;

/// <summary>From a script to a plugin in some pages. The body is what the plugin gets, and what its callbacks get back; those are source text, and stay.</summary>
internal sealed record UiMessage(Guid Id, Guid Run, string Plugin, string Name, JsonElement Body, IReadOnlyDictionary<string, string> Callbacks, DateTimeOffset At, DateTimeOffset Until);

/// <summary>A page in which plugins run: one load of it, in one participant's hands.</summary>
internal sealed record Tab(string Id, Guid Conference, Guid Participant);

/// <summary>One message on its way to one page, by the page's own count.</summary>
internal sealed record Delivery(Tab Tab, long Seq, UiMessage Message);

/// <summary>What a page said: that a plugin calls a callback of a message, or sends an event. Its number is the page's own.</summary>
internal sealed record Saying(string Tab, long Seq, Guid Participant, string Person, string Plugin, Guid? Message, string Event, string? Callback, JsonElement Body, string Address, DateTimeOffset At);

/// <summary>What became of a message in one page.</summary>
internal sealed record Fate(string Tab, Guid Participant, DateTimeOffset At, DateTimeOffset? TakenAt);
