using System.Text.Json;
using Plenum.Contracts.Scripts;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys;

/// <summary>Answers one call of <c>sys</c>. What cannot be done is thrown as <see cref="NotForScripts"/>, which the script may catch.</summary>
internal delegate Task<SysReply> SysAnswer(JsonElement given, RunningScript script, CancellationToken cancellation);

/// <summary>A part of <c>sys</c> that only the server can do, by the names that its side in the engine calls it by.</summary>
internal abstract class SysRoom
{
    public abstract IReadOnlyDictionary<string, SysAnswer> Answers { get; }
}
