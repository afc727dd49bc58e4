using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>
/// A plugin of the hostile corpus: what makes it do its deed, and what is to be read of it afterwards. <c>Complaint</c> is what
/// the browser itself puts on its console; with <c>Patience</c>, the deed is to let a time pass that the host allows.
/// </summary>
public sealed record Hostile(
    string Plugin, string What, string Trigger, string? Entry = null, string? Message = null, string? Problem = null,
    bool Stopped = false, bool Clean = false, string? Complaint = null, bool Patience = false)
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Hostile> All { get; } =
        JsonSerializer.Deserialize<Hostile[]>(File.ReadAllText(Path.Combine(Repository.Root, "tests", "plugins-fixtures", "hostile", "corpus.json")), AsWritten)!;

    public static IEnumerable<Hostile> ThatHang => All.Where(one => one.Trigger is "hang");

    public static IEnumerable<Hostile> ThatGoOn => All.Where(one => one.Trigger is not "hang");

    /// <summary>As its package file calls it.</summary>
    public string Name => Plugin[3..].Replace('-', ' ');

    /// <summary>What its card in the settings has to say.</summary>
    public IReadOnlyList<string> Words => [.. Entry is null ? [] : (string[])[$"{Entry}: ", Message ?? ""], .. Problem is null ? [] : (string[])[Problem]];

    public override string ToString() => Plugin;
}
