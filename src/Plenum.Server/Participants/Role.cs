using System.Text.Json.Serialization;

namespace Plenum.Server.Participants;

/// <summary>What a participant may do. Spelled four ways on the wire (<see cref="RoleSpelling"/>), one way here.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    Guest,
    Host,
}

/// <summary>The spellings of a role that clients send and expect.</summary>
public static class RoleSpelling
{
    /// <summary>In participant objects and the role endpoint.</summary>
    public static string Chair(this Role role) => role is Role.Host ? "chair" : "guest";

    /// <summary>In token answers.</summary>
    public static string Upper(this Role role) => role is Role.Host ? "HOST" : "GUEST";

    /// <summary>Understands every spelling seen from real clients and plugins; null for none of them.</summary>
    public static Role? Read(string? text) => text?.ToLowerInvariant() switch
    {
        "chair" or "host" => Role.Host,
        "guest" => Role.Guest,
        _ => null,
    };
}
