using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Scripting.Hosts;

namespace Plenum.Tests.Scripting;

/// <summary>Real script hosts, warm, for all tests that run scripts.</summary>
public sealed class Warm_hosts : IAsyncLifetime
{
    /// <summary>Generous to honest scripts on a busy machine.</summary>
    internal ScriptHosts Patient { get; } = With(new ScriptSettings { WallSeconds = 60, AtOnce = 2 });

    /// <summary>Where nobody is waited for.</summary>
    internal ScriptHosts Strict { get; } = With(new ScriptSettings { WallSeconds = 1.5, CpuSeconds = 0.3, MemoryMegabytes = 200, LogLines = 100, AtOnce = 2 });

    public ValueTask InitializeAsync() => new(Task.WhenAll(Patient.Warm(), Strict.Warm()));

    public ValueTask DisposeAsync()
    {
        Patient.Dispose();
        Strict.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static ScriptHosts With(ScriptSettings settings) => new(settings, TimeProvider.System, NullLogger<ScriptHosts>.Instance);

    /// <summary>Runs a body, with an event where one is given.</summary>
    internal Task<Ran> Run(string source, string gift = "null") => Run(new Assignment("listeners/test", source, Parameters: ["event"], Arguments: $"[{gift}]"));

    internal Task<Ran> Run(Assignment assignment) => Run(Patient, assignment);

    internal static async Task<Ran> Run(ScriptHosts hosts, Assignment assignment)
    {
        var (lines, calls) = (new ConcurrentQueue<ScriptLine>(), new ConcurrentQueue<SysCall>());
        var desk = new SysDesk(
            (call, _) =>
            {
                calls.Enqueue(call);
                return Task.FromResult(SysDesk.NotOffered(call));
            },
            lines.Enqueue);
        return new Ran(await hosts.Run(assignment, desk, CancellationToken.None), [.. lines], [.. calls]);
    }
}

/// <summary>A run that is over, with what it wrote and asked.</summary>
internal sealed record Ran(Report Report, IReadOnlyList<ScriptLine> Lines, IReadOnlyList<SysCall> Calls)
{
    /// <summary>The value as JSON.</summary>
    public string Value => Report.Outcome is Outcome.Returned returned ? returned.Value : throw new InvalidOperationException($"{Report.Outcome}");

    public ScriptError Error => Report.Outcome is Outcome.Threw threw ? threw.Error : throw new InvalidOperationException($"{Report.Outcome}");
}

[CollectionDefinition(nameof(Warm_hosts))]
public sealed class WarmHostsCollection : ICollectionFixture<Warm_hosts>;
