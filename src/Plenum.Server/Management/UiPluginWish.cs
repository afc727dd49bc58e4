using System.Text.Json;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Management;

/// <summary>A UI plugin as it is to be. The settings are values by name, or a list of fields with their values in them.</summary>
internal sealed record UiPluginWish
{
    private const int LongestScript = 800_000;

    public JsonElement? Label { get; init; }

    /// <summary>What kind of plugin it is, where there are several of one kind; its own name unless said.</summary>
    public string? Type { get; init; }

    public string? Script { get; init; }

    public JsonElement? Settings { get; init; }

    public JsonElement? Schema { get; init; }

    public JsonElement? Functions { get; init; }

    public JsonElement? Events { get; init; }

    public JsonElement? Places { get; init; }

    public JsonElement? Groups { get; init; }

    public JsonElement? Dependencies { get; init; }

    /// <summary>One of those that come with the program: whatever is not said is as there.</summary>
    public string? Package { get; init; }

    /// <summary>As published packages have it beside the rest: the same as in the address.</summary>
    public string? Name { get; init; }

    /// <summary>As published packages have it: false means that the groups do not count.</summary>
    public bool? ByGroups { get; init; }

    /// <summary>As published packages call the schema.</summary>
    public JsonElement? Configuration { get; init; }

    public UiPluginWish Over(UiPluginWish package) => this with
    {
        Label = Label ?? package.Label,
        Type = Type ?? package.Type,
        Script = Script ?? package.Script,
        Schema = Schema ?? package.Schema,
        Functions = Functions ?? package.Functions,
        Events = Events ?? package.Events,
        Places = Places ?? package.Places,
        Dependencies = Dependencies ?? package.Dependencies,
    };

    public (UiPlugin Plugin, IReadOnlyDictionary<string, string?> Secrets, IReadOnlySet<string> SecretFields) Read(ScriptName name, IReadOnlyCollection<string> secretsThatAreSet)
    {
        if (Script is not { Length: > 0 and <= LongestScript }) throw new Unacceptable("script", $"script is required: JavaScript for browsers, at most {LongestScript} characters.");
        if (Name is { } own && own != name.Text) throw new Unacceptable("name", $"name is {own}, and the address says {name}.");
        if (Type is { } type && !ScriptName.TryParse(type, null, out _)) throw new Unacceptable("type", ScriptName.Rule);
        var (schema, values) = Configured();
        var fields = ConfigurationSchema.Read(schema);
        var hidden = fields.Where(field => field.Secret).Select(field => field.Name).ToHashSet();
        var secrets = values.Where(value => hidden.Contains(value.Key)).ToDictionary(value => value.Key, value => SecretOf(value.Key, value.Value));
        var settings = values.Where(value => !hidden.Contains(value.Key) && value.Value.ValueKind is not JsonValueKind.Null).ToDictionary(value => value.Key, value => value.Value);
        if (fields.Count > 0) Judge(fields, settings, [.. secretsThatAreSet.Except(secrets.Keys), .. secrets.Where(secret => secret.Value is not null).Select(secret => secret.Key)]);
        var plugin = new UiPlugin(
            name.Text, PluginReader.Label(Label, name.Text), Type ?? name.Text, Script, PluginReader.Functions(Functions), PluginReader.Events(Events),
            PluginReader.Places(Places), ByGroups is false ? [] : PluginReader.Words(Groups, "groups"), PluginReader.Dependencies(Dependencies), schema, settings);
        return (plugin, secrets, hidden);
    }

    private (JsonElement Schema, Dictionary<string, JsonElement> Values) Configured()
    {
        var schema = Given(Schema) ?? Given(Configuration) ?? (Given(Settings) is { ValueKind: JsonValueKind.Array } fields ? fields : JsonDocument.Parse("[]").RootElement);
        return Given(Settings) switch
        {
            null => (schema, []),
            { ValueKind: JsonValueKind.Object } values => (schema, values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value)),
            { ValueKind: JsonValueKind.Array } inline when (Given(Schema) ?? Given(Configuration)) is null && inline.EnumerateArray().All(field => field.ValueKind is JsonValueKind.Object) => Taken(inline),
            _ => throw new Unacceptable("settings", "settings is an object with a value for each setting, or a list of fields."),
        };
    }

    /// <summary>Values that stand within their fields are taken out of them, so that no secret stays behind.</summary>
    private static (JsonElement Schema, Dictionary<string, JsonElement> Values) Taken(JsonElement inline)
    {
        var values = inline.EnumerateArray()
            .Where(field => field.TryGetProperty("value", out var value) && value.ValueKind is not JsonValueKind.Null && field.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.String)
            .GroupBy(field => field.GetProperty("name").GetString()!).ToDictionary(field => field.Key, field => field.First().GetProperty("value"));
        var bare = inline.EnumerateArray().Select(field => field.EnumerateObject().Where(part => part.Name != "value").ToDictionary(part => part.Name, part => part.Value));
        return (JsonSerializer.SerializeToElement(bare), values);
    }

    private static void Judge(IReadOnlyList<ConfigurationField> fields, Dictionary<string, JsonElement> settings, HashSet<string> secrets)
    {
        foreach (var (name, value) in settings)
            if (fields.FirstOrDefault(field => field.Name == name) is not { } field) throw new Unacceptable($"settings.{name}", $"The schema has no setting {name}.");
            else if (field.Wrong(value) is { } wrong) throw new Unacceptable($"settings.{name}", $"{name} {wrong}");
        if (fields.FirstOrDefault(field => field is { Required: true, Default: null, HoldsValue: true } && !settings.ContainsKey(field.Name) && !secrets.Contains(field.Name)) is { } missing)
            throw new Unacceptable($"settings.{missing.Name}", $"{missing.Name} is required.");
    }

    private static string? SecretOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when value.GetString() is { Length: > 0 and <= 10_000 } text => text,
        _ => throw new Unacceptable($"settings.{name}", $"{name} is a text, or null to take it away."),
    };

    private static JsonElement? Given(JsonElement? element) => element is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : element;
}

/// <summary>A UI plugin as it is told: of its secrets only which there are.</summary>
internal sealed record UiPluginBody(
    string Name, string Label, string Type, string Script, IReadOnlyList<PluginFunction> Functions, IReadOnlyList<PluginEvent> Events, IReadOnlyList<string> Places,
    IReadOnlyList<string> Groups, IReadOnlyList<PluginDependency> Dependencies, JsonElement Schema, IReadOnlyDictionary<string, JsonElement> Settings, IReadOnlyCollection<string> SecretsSet,
    DateTimeOffset ChangedAt, string ChangedBy)
{
    public static UiPluginBody Of(RegisteredPlugin registered) => new(
        registered.Plugin.Name, registered.Plugin.Label, registered.Plugin.Type, registered.Plugin.Script, registered.Plugin.Functions, registered.Plugin.Events, registered.Plugin.Places,
        registered.Plugin.Groups, registered.Plugin.Dependencies, registered.Plugin.Schema, registered.Plugin.Settings, registered.Secrets, registered.At, registered.Who);
}
