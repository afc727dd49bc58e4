using Plenum.Contracts.Scripts;

namespace Plenum.Server.Scripting.Hosts;

/// <summary>What became of a run.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It ended by itself with this JSON value.</summary>
    public sealed record Returned(string Value) : Outcome;

    /// <summary>The script threw.</summary>
    public sealed record Threw(ScriptError Error) : Outcome;

    /// <summary>It was ended from outside, because it used up more than it may.</summary>
    public sealed record Stopped(string Limit) : Outcome;

    /// <summary>Its process ended under it; what the script did until then stays done.</summary>
    public sealed record Lost(string Why = "The process that ran it ended under it; what it did until then stays done") : Outcome;

    /// <summary>It never began.</summary>
    public sealed record NotBegun(string Why) : Outcome;
}

/// <summary>A run that is over: how it ended, how long it took, and the most memory that its process was seen with.</summary>
internal sealed record Report(Outcome Outcome, TimeSpan Took, long PeakBytes);
