using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences.Listings;

/// <summary>A conference as it is configured: its name, its aliases, its terms, and the seals of its PINs.</summary>
public sealed record Listing(ConferenceId Id, string Name, IReadOnlyList<string> Aliases, ListingSettings Settings)
{
    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public ConferenceTerms Terms { get; } = Settings.Terms with
    {
        HasHostPin = Settings.HostPinSeal is not null,
        HasGuestPin = Settings.GuestPinSeal is not null,
    };
}

/// <summary>What of a listing is stored as JSON. PINs are kept as seals under the server's key, never as digits.</summary>
public sealed record ListingSettings(ConferenceTerms Terms)
{
    public string? HostPinSeal { get; init; }

    public string? GuestPinSeal { get; init; }

    /// <summary>Groups that the conference is in, as <see cref="GroupName"/> has them.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListingSettings))]
internal sealed partial class ListingJson : JsonSerializerContext;
