using System.Text.Json;
using Plenum.Server.Scripting.Sys;

namespace Plenum.Server.Scripting.Messages;

/// <summary>To whom a message goes. Caller, users and everybody are as they always were; the others are this server's own.</summary>
internal sealed record Address(Target Target, IReadOnlyList<string> Names)
{
    private const int Most = 1_000;
    private static readonly string[] Words = ["caller", "users", "allUsers", "conference", "groups", "connection"];

    public static Address Read(JsonElement message)
    {
        var word = message.TryGetProperty("target", out var to) && to.ValueKind is not JsonValueKind.Null ? to.ValueKind is JsonValueKind.String ? to.GetString()! : "" : "caller";
        var target = (Target)Array.IndexOf(Words, word);
        if (target < 0) throw NotForScripts.Bad($"target is one of {string.Join(", ", Words)}");
        var users = List(message, "targetUsers", "ids or accounts");
        return target switch
        {
            Target.Users => new(target, users),
            Target.Groups => new(target, List(message, "targetGroups", "groups") is { Count: > 0 } groups ? groups : throw NotForScripts.Bad("targetGroups is required with the target groups")),
            Target.Conference => new(target, [message.Member("conference") ?? throw NotForScripts.Bad("conference is required with the target conference: the alias of one")]),
            Target.Connection => new(target, [message.Member("connection") ?? throw NotForScripts.Bad("connection is required with the target connection: one that an event named")]),
            _ => new(target, []),
        };
    }

    private static List<string> List(JsonElement message, string name, string what)
    {
        if (!message.TryGetProperty(name, out var list) || list.ValueKind is JsonValueKind.Null) return [];
        return list.ValueKind is JsonValueKind.Array && list.GetArrayLength() <= Most && list.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(one => one.GetString()!).Distinct()]
            : throw NotForScripts.Bad($"{name} is a list of at most {Most} {what}");
    }
}

/// <summary>In the order of the words that scripts say.</summary>
internal enum Target
{
    Caller,
    Users,
    AllUsers,
    Conference,
    Groups,
    Connection,
}
