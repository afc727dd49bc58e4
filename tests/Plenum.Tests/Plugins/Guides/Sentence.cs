using System.Text.Json;
using System.Text.Json.Serialization;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>
/// One sentence of the guides in our words: in both under a number each, or in one alone. <c>Partly</c> says what of it cannot
/// be shown on this server yet.
/// </summary>
internal sealed record Sentence(IReadOnlyList<string> Numbers, string Section, SentenceKind Kind, string Says, string? Partly = null)
{
    /// <summary>Of the page about UI plugins, and not of the two guides.</summary>
    public bool OfUiPlugins => Numbers[0].StartsWith("ui-", StringComparison.Ordinal);

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All of them, in the order of the guides.</summary>
    public static IReadOnlyList<Sentence> All { get; } = JsonSerializer.Deserialize<List<Sentence>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "plugins-fixtures", "guides", "sentences.json")), Reading)!;
}

internal enum SentenceKind
{
    /// <summary>Says what the app or the server does: there is a test for it.</summary>
    Promise,

    /// <summary>Tells or advises, and promises nothing of the app.</summary>
    Narration,

    /// <summary>About what this server does not have yet.</summary>
    Absent,
}
