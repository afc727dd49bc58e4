using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences;

/// <summary>What sort of service answers at an alias.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConferenceKind>))]
public enum ConferenceKind
{
    /// <summary>A virtual meeting room.</summary>
    Room,

    /// <summary>A Virtual Auditorium: hosts present, guests listen, unless its terms say otherwise.</summary>
    Auditorium,

    /// <summary>A call that lets people test their equipment; nobody controls it.</summary>
    TestCall,

    /// <summary>A Virtual Reception: asks everybody where to, and leads there. Nobody stays in it.</summary>
    Reception,
}

/// <summary>How a kind is named on the wire.</summary>
public static class KindSpelling
{
    public static string ServiceType(this ConferenceKind kind) => kind switch
    {
        ConferenceKind.Auditorium => "lecture",
        ConferenceKind.TestCall => "test_call",
        _ => "conference",
    };
}
