using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Accounts;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Branding.Store;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Plugins;

namespace Plenum.Server.Management.Support;

/// <summary>What somebody who helps from afar needs to see, in one ZIP, without secrets and without people's names.</summary>
internal sealed class SupportBundle(
    ServerSettings settings, PlenumFolder folder, Database database, RecentLines recent, IServiceProvider rooms, TimeProvider time)
{
    private const string Readme =
        """
        This is how one node of Plenum is. Look through it before you send it to anybody.

        machine.json        version, runtime, machine and process figures
        health.json         storage and what runs
        storage.json        how many of what is stored, and the steps that the schema went through
        configuration.json  the settings as they count
        retention.json      how long what is kept
        branding.json       which branding is shown to whom, and what the checker says of each
        plugin-faults.json  what browsers told of plugins that failed
        journal.txt         the last lines that the server wrote

        Passwords, PINs, keys and tokens were taken out and read [removed]. There are no names of participants, no chat text and
        no audit in it. Texts of plugin faults are those of the plugins' authors, with what looks like a secret taken out.
        """;

    private static readonly JsonSerializerOptions Spelling = new(AdminJson.Spelt) { WriteIndented = true };

    public async Task<byte[]> Pack(CancellationToken cancellation)
    {
        var redaction = await Redaction(cancellation);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string text)
            {
                using var file = zip.CreateEntry(name).Open();
                file.Write(Encoding.UTF8.GetBytes(text));
            }

            void Tell<T>(string name, T value) => Add(name, redaction.Of(JsonSerializer.SerializeToNode(value, Spelling))!.ToJsonString(Spelling));

            Add("README.txt", Readme);
            Tell("machine.json", MachineFigures.Of(folder, time));
            Tell("health.json", (await HealthDoor.Read(settings, database, Room<LiveConferences>(), time, cancellation)).Value);
            Tell("storage.json", await StorageFigures.Of(database, cancellation));
            Add("configuration.json", redaction.Of(settings).ToJsonString(Spelling));
            Tell("retention.json", (await RetentionDoors.Read(Room<RetentionChoices>(), cancellation)).Value!.Select(part => part with { ChosenBy = null }));
            Tell("branding.json", await Branding(cancellation));
            Tell("plugin-faults.json", await Room<PluginFaults>().Read(null, PluginFaults.Most, cancellation));
            Add("journal.txt", redaction.Of(string.Join('\n', recent.All())));
        }

        return packed.ToArray();
    }

    /// <summary>The settings as they count, secrets aside.</summary>
    public async Task<JsonNode> Configuration(CancellationToken cancellation) => (await Redaction(cancellation)).Of(settings);

    /// <summary>The last lines of the journal as they may be shown.</summary>
    public async Task<IReadOnlyList<string>> Lines(int most, CancellationToken cancellation)
    {
        var redaction = await Redaction(cancellation);
        return [.. recent.All().TakeLast(most).Select(redaction.Of)];
    }

    private async Task<Redaction> Redaction(CancellationToken cancellation) => new(settings, [.. await Secrets.Texts(database, cancellation), .. await OfPlugins(cancellation)]);

    /// <summary>What was written into secret settings of plugins.</summary>
    private async Task<IReadOnlyList<string>> OfPlugins(CancellationToken cancellation)
    {
        var shelf = Room<CustomizationShelf>();
        return [.. (await shelf.All(removed: false, cancellation)).Concat(await shelf.All(removed: true, cancellation)).SelectMany(stored => stored.Secrets.Values.SelectMany(secrets => secrets.Values))];
    }

    private async Task<object> Branding(CancellationToken cancellation)
    {
        var plan = BrandingPlanBody.Of(Room<Brandings>().Planned) with { Who = "" };
        var brandings = await Room<BrandingShelf>().All(cancellation);
        return new { Plan = plan, Brandings = brandings.Select(branding => BrandingBody.Of(branding, Room<Brandings>().Planned.Plan) with { UploadedBy = "" }) };
    }

    private T Room<T>()
        where T : notnull => rooms.GetRequiredService<T>();
}
