using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys.Http;

/// <summary><c>sys.http</c>. A run that has called is never begun again, since nobody knows what the call did.</summary>
internal sealed class HttpRoom(OutgoingHttp http, ScriptEffects effects, ScriptSettings settings) : SysRoom
{
    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer> { ["http.request"] = Request };

    private async Task<SysReply> Request(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var wish = OutgoingRequest.Read(given[0], TimeSpan.FromSeconds(settings.Http.TimeoutSeconds));
        await effects.GoOutside(script, cancellation);
        var answered = await http.Send(wish, cancellation);
        return Given.Of(new JsonObject
        {
            ["status"] = answered.Status,
            ["headers"] = new JsonObject(answered.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["text"] = answered.Text,
            ["url"] = answered.Url,
        });
    }
}
