using Plenum.Contracts.Scripts;

namespace Plenum.Server.Scripting.Runs;

/// <summary>A script while it runs: which run it is, on what occasion, and how much of what it did is counted. One call at a time.</summary>
internal sealed class RunningScript(Guid run, string name, Occasion occasion, Action<ScriptLine, Guid?> write)
{
    public Guid Run => run;

    public string Name => name;

    public Occasion Occasion => occasion;

    /// <summary>It has called the world outside, so that it cannot be begun again without repeating that.</summary>
    public bool Outside { get; set; }

    /// <summary>It holds locks, which go when it ends.</summary>
    public bool Locks { get; set; }

    /// <summary>Its process has said anything at all.</summary>
    public bool Said { get; private set; }

    /// <summary>What it asked people and awaits.</summary>
    public Dictionary<Guid, AskedOfPeople> Asked { get; } = [];

    /// <summary>How much it has done that is counted.</summary>
    public int Effects { get; private set; }

    /// <summary>The number of what it does next; the same when it is begun again.</summary>
    public int Next() => ++Effects;

    public RunningScript Heard()
    {
        Said = true;
        return this;
    }

    public void Take(ScriptLine line) => Heard().Write(line.Level, line.Text);

    /// <summary>Into its log, about one message where there is one.</summary>
    public void Write(string level, string text, Guid? message = null) => write(new ScriptLine(level, text), message);
}

/// <summary>A question that was sent: until when it is awaited, and whether one answer is enough.</summary>
internal sealed record AskedOfPeople(Guid Message, DateTimeOffset Until, bool Everybody);
