using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants.Tokens;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Runs;
using Plenum.Server.Scripting.Sys;

namespace Plenum.Server.Scripting.Messages;

/// <summary><c>sys.ui</c>: reads what a script wants to send, finds out to whom, and gives it to the courier.</summary>
internal sealed class UiRoom(UiPlugins plugins, Posting posting, Questions questions, ScriptSettings settings, ServerKey key) : SysRoom
{
    /// <summary>How long a message waits for a page that is away.</summary>
    private static readonly TimeSpan Waits = TimeSpan.FromMinutes(10), Patience = TimeSpan.FromSeconds(20), Rest = TimeSpan.FromSeconds(1);

    private readonly byte[] naming = key.Derive("ids of messages");

    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["ui.sendMessage"] = async (given, script, ended) => Named(await Send(Wish.Read(given), script, ended)),
        ["ui.ask"] = Ask,
        [SysDesk.Next] = (_, script, ended) => questions.Next(script, ended),
    };

    private async Task<Guid> Send(Wish wish, RunningScript script, CancellationToken cancellation)
    {
        var plugin = wish.Plugin is null ? null : await Understanding(wish, cancellation);
        var pages = await posting.Recipients(wish, plugin, script, cancellation);
        var id = IdOf(script);
        await posting.Send(id, wish, plugin?.Name ?? "", pages, wish.Life ?? Waits, script, cancellation);
        return id;
    }

    /// <summary>An answer is awaited in the run, so for less time than a run may take.</summary>
    private async Task<SysReply> Ask(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var (wish, everybody) = (Wish.Read(given), given.Flag(3));
        if (wish.OnTimeout.Length > 0) throw NotForScripts.Bad("onTimeout is for messages that are sent; a question says by its promise that nobody answered");
        if (wish.Callbacks.Count == 0) wish = wish with { Callbacks = new Dictionary<string, string> { ["answer"] = "" } };
        var most = TimeSpan.FromSeconds(settings.WallSeconds) - Rest;
        var patience = wish.Timeout is { } wanted ? wanted <= most ? wanted : throw NotForScripts.Bad($"A run awaits an answer for at most {most.TotalSeconds} s; for longer there are callbacks and onTimeout") : most < Patience ? most : Patience;
        var id = await Send(wish with { Timeout = null, Life = patience }, script, cancellation);
        script.Asked[id] = questions.Asked(id, patience, everybody);
        return Named(id);
    }

    private async Task<UiPlugin> Understanding(Wish wish, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(wish.Plugin, null, out var name) || await plugins.Find(name, cancellation) is not { Plugin: var plugin }) throw NotForScripts.Bad($"There is no UI plugin {wish.Plugin}");
        return plugin.Understands(wish.Name) ? plugin : throw NotForScripts.Bad($"The plugin {plugin.Name} declares no function {wish.Name}");
    }

    private static SysReply Named(Guid id) => Given.Of(JsonValue.Create($"{id}"));

    /// <summary>Nobody guesses it, and a run that is begun again finds the same one.</summary>
    private Guid IdOf(RunningScript script) => new(HMACSHA256.HashData(naming, (byte[])[.. script.Run.ToByteArray(), .. BitConverter.GetBytes(script.Next())]).AsSpan(0, 16));
}
