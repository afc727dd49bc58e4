using Plenum.Server.Scripting.Hosts;

namespace Plenum.Server.Scripting.Runs;

/// <summary>A run that is over.</summary>
internal sealed record Run(Guid Id, string Listener, string Cause, DateTimeOffset At, Report Report)
{
    /// <summary>In one word, as it is stored and shown.</summary>
    public string Outcome => Report.Outcome switch
    {
        Hosts.Outcome.Returned => "returned",
        Hosts.Outcome.Threw => "threw",
        Hosts.Outcome.Stopped => "stopped",
        Hosts.Outcome.Lost => "lost",
        _ => "notBegun",
    };

    public string Message => Report.Outcome switch
    {
        Hosts.Outcome.Threw threw => threw.Error.Message,
        Hosts.Outcome.Stopped stopped => stopped.Limit,
        Hosts.Outcome.Lost lost => lost.Why,
        Hosts.Outcome.NotBegun never => never.Why,
        _ => "",
    };

    public string Stack => Report.Outcome is Hosts.Outcome.Threw threw ? threw.Error.Stack : "";

    public int Line => Report.Outcome is Hosts.Outcome.Threw threw ? threw.Error.Line : 0;

    /// <summary>What it returned, as JSON.</summary>
    public string? Value => Report.Outcome is Hosts.Outcome.Returned returned ? returned.Value : null;
}
