using System.Text.Json.Serialization;

namespace Plenum.Contracts.Scripts;

/// <summary>What the server says to a script host: exactly one of them.</summary>
public sealed record ToHost(Assignment? Begin = null, SysReply? Reply = null);

/// <summary>What a script host says to the server: exactly one of them.</summary>
public sealed record FromHost(HostReady? Ready = null, SysCall? Call = null, ScriptLine? Line = null, Ending? End = null);

/// <summary>The first word of a host: its engine is warm, or why it never will be.</summary>
public sealed record HostReady(string? Trouble = null);

/// <summary>The script asks for what only the server can do, and waits.</summary>
public sealed record SysCall(string Name, string Arguments);

/// <summary>The answer: a JSON value, or a code and a sentence that the script may catch.</summary>
public sealed record SysReply(string? Value = null, string? Code = null, string? Message = null);

/// <summary>Something that the script wrote into the log.</summary>
public sealed record ScriptLine(string Level, string Text);

/// <summary>The end of a run: the JSON value that it returned, if any, or what went wrong.</summary>
public sealed record Ending(string? Value = null, ScriptError? Error = null);

/// <summary>What a script threw, as far as it can be told.</summary>
public sealed record ScriptError(string Code, string Message, string Stack, int Line);

/// <summary>How both ends spell it.</summary>
[JsonSerializable(typeof(ToHost))]
[JsonSerializable(typeof(FromHost))]
[JsonSerializable(typeof(ScriptError))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
public sealed partial class TalkJson : JsonSerializerContext;
