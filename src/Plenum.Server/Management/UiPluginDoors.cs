using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Management;

/// <summary>UI plugins: what scripts on the server talk to in browsers.</summary>
internal static class UiPluginDoors
{
    public static void MapUiPlugins(this IEndpointRouteBuilder api)
    {
        var plugins = api.MapGroup("ui-plugins").WithTags("UI plugins");
        plugins.MapGet("", List).WithName("listUiPlugins").WithSummary("The UI plugins, by name; of their secrets only which are set");
        api.MapGet("ui-plugin-packages", Packages).WithTags("UI plugins").WithName("listUiPluginPackages").WithSummary("The UI plugins that come with the program and can be put by their package");
        plugins.MapGet("{name}", Read).WithName("readUiPlugin").WithSummary("One UI plugin").Refuses(404);
        plugins.MapPut("{name}", Put).Accepts<UiPluginWish>("application/json").WithName("putUiPlugin")
            .WithSummary("Makes or replaces a UI plugin; a secret that is not sent stays, null takes it away").Refuses(409, 415, 422);
        plugins.MapDelete("{name}", Remove).WithName("deleteUiPlugin").WithSummary("Deletes a UI plugin with its settings").Refuses(404);
    }

    public static async Task<Ok<IReadOnlyList<UiPluginBody>>> List(Administrator who, UiPlugins plugins, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<UiPluginBody>>([.. (await plugins.All(cancellation)).Select(UiPluginBody.Of)]);

    public static Ok<IReadOnlyList<UiPluginPackageBody>> Packages(Administrator who, ShippedUiPlugins shipped) =>
        TypedResults.Ok<IReadOnlyList<UiPluginPackageBody>>([.. shipped.All.Select(one => new UiPluginPackageBody(one.Name, PluginReader.Label(one.Wish.Label, one.Name), one.Purpose, one.Wish.Schema))]);

    public static async Task<Results<Ok<UiPluginBody>, ProblemHttpResult>> Read(string name, Administrator who, UiPlugins plugins, CancellationToken cancellation) =>
        ScriptName.TryParse(name, null, out var parsed) && await plugins.Find(parsed, cancellation) is { } found ? TypedResults.Ok(UiPluginBody.Of(found)) : Unknown();

    public static async Task<Results<Ok<UiPluginBody>, Created<UiPluginBody>>> Put(
        string name, Sent<UiPluginWish> sent, Administrator who, UiPlugins plugins, ShippedUiPlugins shipped, Audit audit, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed)) throw new Unacceptable("name", ScriptName.Rule);
        var wish = sent.Wish.Package is not { } package ? sent.Wish
            : shipped.Find(package) is { } found ? sent.Wish.Over(found.Wish)
            : throw new Unacceptable("package", $"package is one that comes with the program: {string.Join(", ", shipped.All.Select(one => one.Name))}.");
        var before = await plugins.Find(parsed, cancellation);
        if (before is null && (await plugins.All(cancellation)).Count >= UiPlugins.Most) throw new Unacceptable(null, $"There are {UiPlugins.Most} UI plugins; delete some that nobody needs.", StatusCodes.Status409Conflict);
        var (plugin, secrets, fields) = wish.Read(parsed, before?.Secrets ?? []);
        var made = await plugins.Put(
            plugin, secrets, fields, who.Name, (transaction, isNew) => audit.Note(transaction, who, isNew ? "UI plugin created" : "UI plugin changed", parsed.Text, plugin.Label), cancellation);
        var body = UiPluginBody.Of((await plugins.Find(parsed, cancellation))!);
        return made ? TypedResults.Created($"{AdminApi.Root}/ui-plugins/{parsed}", body) : TypedResults.Ok(body);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(string name, Administrator who, UiPlugins plugins, Audit audit, CancellationToken cancellation) =>
        ScriptName.TryParse(name, null, out var parsed) && await plugins.Remove(parsed, transaction => audit.Note(transaction, who, "UI plugin deleted", parsed.Text), cancellation)
            ? TypedResults.NoContent()
            : Unknown();

    private static ProblemHttpResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, "Not found", "There is no UI plugin of this name; capitals make a difference. List them to see which there are.");
}
