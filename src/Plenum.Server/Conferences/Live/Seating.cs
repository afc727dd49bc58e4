namespace Plenum.Server.Conferences.Live;

/// <summary>What became of a stream that wanted to open.</summary>
internal enum Seating
{
    /// <summary>The conference cannot be asked now: its mailbox is full or its storage away.</summary>
    Unheard,

    /// <summary>The participant left in the meantime.</summary>
    Gone,

    /// <summary>Another stream of the participant keeps its place.</summary>
    Chased,

    Seated,
}
