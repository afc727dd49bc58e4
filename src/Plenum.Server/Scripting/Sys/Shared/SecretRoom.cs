using System.Text.Json.Nodes;

namespace Plenum.Server.Scripting.Sys.Shared;

/// <summary><c>sys.secrets</c>.</summary>
internal sealed class SecretRoom(ScriptSecrets secrets) : SysRoom
{
    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["secrets.get"] = async (given, _, ended) => Given.Of(await secrets.Value(given.Text(0, "The name"), ended) is { } value ? JsonValue.Create(value) : null),
    };
}
