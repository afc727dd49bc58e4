using Plenum.Server.Accounts;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Listeners;

namespace Plenum.Server.Management;

/// <summary>What a new user finds of scripts: the UI plugins that come with the program, and listeners that play a scenario with them. Made at the very first start only.</summary>
internal sealed class DemoUiPlugins(ShippedUiPlugins shipped, UiPlugins plugins, ListenerShelf listeners, Audit audit)
{
    public static readonly IReadOnlyList<string> Installed = ["phone", "sample", "utils"];

    private static readonly Administrator Maker = new("Plenum", Rank.Owner);

    public async Task Ensure(CancellationToken cancellation)
    {
        if ((await plugins.All(cancellation)).Count > 0) return;
        foreach (var one in shipped.All.Where(plugin => Installed.Contains(plugin.Name)))
        {
            var (plugin, secrets, fields) = one.Wish.Read(new ScriptName(one.Name), []);
            await plugins.Put(plugin, secrets, fields, Maker.Name, (transaction, _) => audit.Note(transaction, Maker, "UI plugin created", one.Name, plugin.Label), cancellation);
            foreach (var listener in one.Listeners)
                await listeners.Put(
                    new Listener(listener.Name, listener.Label ?? listener.Name, listener.Type, listener.Plugin, listener.Event, listener.Callback, listener.Script, Enabled: true, Background: false),
                    default, Maker.Name, (transaction, _) => audit.Note(transaction, Maker, "listener created", listener.Name), cancellation);
        }
    }
}
