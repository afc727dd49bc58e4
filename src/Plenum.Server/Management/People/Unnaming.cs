using System.Text.Json.Nodes;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Management.People;

/// <summary>
/// Takes a person out of what a log holds. What comes out has the version, the time, the kind and the ids of what went in, so that a
/// replay leads to the same conference with nobody's name in one place.
/// </summary>
internal sealed class Unnaming(PersonName person, IReadOnlySet<string> ids)
{
    public const string Somebody = "erased person";

    /// <summary>What participants tell of themselves beside the name.</summary>
    private static readonly string[] Own = ["account", "uri", "callTag", "vendor", "overlayText", "text"];

    /// <summary>The entry without the person; null when it does not tell of them.</summary>
    public LogEntry? Of(LogEntry entry)
    {
        var unnamed = entry with { Body = Of(entry.Body), Cause = Of(entry.Cause) };
        return unnamed == entry ? null : unnamed;
    }

    /// <summary>The same for any stored JSON.</summary>
    public string Of(string json)
    {
        var tree = JsonNode.Parse(json);
        return Clean(tree) ? tree!.ToJsonString() : json;
    }

    private bool Clean(JsonNode? tree) => tree switch
    {
        JsonObject members => Clean(members),
        JsonArray items => Clean(items),
        _ => false,
    };

    private bool Clean(JsonArray items)
    {
        var changed = false;
        for (var place = 0; place < items.Count; place++)
        {
            var here = place;
            changed |= Clean(items[here], named => items[here] = named);
        }

        return changed;
    }

    private bool Clean(JsonObject members)
    {
        var theirs = Says(members["id"]) is { } id && ids.Contains(id);
        var changed = false;
        foreach (var (name, value) in members.ToList())
        {
            if (theirs && name == "name" && Says(value) is { } called && called != Somebody) (members[name], changed) = (Somebody, true);
            else if (theirs && Own.Contains(name) && Says(value) is { Length: > 0 }) (members[name], changed) = ("", true);
            else changed |= Clean(value, named => members[name] = named);
        }

        return changed;
    }

    private bool Clean(JsonNode? value, Action<string> put)
    {
        if (Says(value) is not { } text) return Clean(value);
        if (!person.Is(text)) return false;
        put(Somebody);
        return true;
    }

    private static string? Says(JsonNode? value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;
}
