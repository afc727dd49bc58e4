using Plenum.Server.Participants;

namespace Plenum.Server.Conferences;

/// <summary>What comes of a command: a refusal that changes nothing, or events (perhaps none), an answer and signals.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Yes. An empty list means that it is so already.</summary>
    public sealed record Accepted(IReadOnlyList<ConferenceEvent> Events) : Decision
    {
        /// <summary>Chat text by the place of its event in the list; it is stored beside the log, never in it.</summary>
        public string? Text { get; init; }

        /// <summary>What passes through without being remembered.</summary>
        public Signal? Signal { get; init; }

        /// <summary>What the asker is told; null where a plain yes is the answer.</summary>
        public object? Answer { get; init; }
    }

    /// <summary>No.</summary>
    public sealed record Refuse(Refusal Refusal) : Decision;

    public static readonly Decision Nothing = new Accepted([]);

    public static Decision Of(params IReadOnlyList<ConferenceEvent> events) => new Accepted(events);

    public static Decision Refused(Refusal refusal) => new Refuse(refusal);

    public static Decision Refused(string text) => new Refuse(new Refusal(text));

    public static Decision If(bool changes, ConferenceEvent happened) => changes ? Of(happened) : Nothing;
}

/// <summary>Something for one participant's stream that nobody needs to remember, such as a camera movement.</summary>
/// <param name="To">Whose stream.</param>
/// <param name="Name">The stream event's name.</param>
/// <param name="Payload">The stream event's JSON.</param>
public sealed record Signal(ParticipantId To, string Name, string Payload);
