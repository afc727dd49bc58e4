using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences.Wire;

/// <summary>The answer to <c>request_token</c>. Official clients refuse <c>null</c> in every optional key, so what is absent is left out.</summary>
internal sealed record TokenBody(
    string Token,
    string Expires,
    string ParticipantUuid,
    VersionBody Version,
    string Role,
    string DisplayName,
    string CurrentServiceType,
    string ServiceType,
    string ConferenceName,
    string ServiceName,
    string CallType,
    string CallTag,
    bool ChatEnabled,
    bool GuestsCanPresent,
    bool BreakoutRooms,
    bool FeccEnabled,
    bool RtmpEnabled,
    bool RtspEnabled,
    bool AnalyticsEnabled,
    bool DirectMedia,
    bool TrickleIceEnabled,
    bool UseRelayCandidatesOnly,
    [property: JsonPropertyName("allow_1080p")] bool Allow1080p,
    [property: JsonPropertyName("vp9_enabled")] bool Vp9Enabled,
    int BandwidthIn,
    int BandwidthOut,
    int ClientStatsUpdateInterval,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdpUuid,
    PlenumBody Plenum);

/// <summary>Which interface version we speak; our own version stands beside it.</summary>
internal sealed record VersionBody(string VersionId, string PseudoVersion)
{
    public static readonly VersionBody Spoken = new("36", "36.0.0");
}

/// <summary>
/// What our own client reads and others skip: how to name a place in the log, whether there is anything to call for, after
/// how many seconds at most its stream says something, and what a page that is loaded anew shows instead of the PIN.
/// </summary>
internal sealed record PlenumBody(string ConferenceId, bool Media, int Heartbeat, string Pass);

internal sealed record PinNeededBody(string Pin, string GuestPin, VersionBody Version);

/// <summary>A provider that people can sign in at. Its sign-in takes the whole page; no window of its own is opened.</summary>
internal sealed record ProviderBody(string Name, string Uuid, bool DisablePopupFlow);

internal sealed record ProvidersBody(IReadOnlyList<ProviderBody> Idp, VersionBody Version);

internal sealed record RedirectBody(string RedirectUrl, ProviderBody RedirectIdp, bool DisablePopupFlow, VersionBody Version);

/// <summary>What a Virtual Reception answers until it is told where to.</summary>
internal sealed record ExtensionNeededBody(string ConferenceExtension, string ConferenceExtensionType)
{
    public static readonly ExtensionNeededBody Standard = new("required", "standard");
}

internal sealed record RefreshedBody(string Token, string Expires, string Role, PassBody Plenum);

/// <summary>What our own client reads of a refreshing.</summary>
internal sealed record PassBody(string Pass);

internal sealed record BreakoutOpenedBody(string BreakoutUuid);

internal sealed record MessageTextBody(string Text, double? SetTime);

internal sealed record PinningBody(string PinningConfig);

internal sealed record ClockBody(string Type, double StartingValue, string Prefix, string Suffix, string Date);

internal sealed record TaggedLayoutBody(string Name, IReadOnlyList<string> Tags);

internal sealed record PropertiesBody(IReadOnlyDictionary<string, string> CustomProperties);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(PinNeededBody))]
[JsonSerializable(typeof(ProvidersBody))]
[JsonSerializable(typeof(RedirectBody))]
[JsonSerializable(typeof(ExtensionNeededBody))]
[JsonSerializable(typeof(RefreshedBody))]
[JsonSerializable(typeof(BreakoutOpenedBody))]
[JsonSerializable(typeof(MessageTextBody))]
[JsonSerializable(typeof(ClassificationBody))]
[JsonSerializable(typeof(PinningBody))]
[JsonSerializable(typeof(ClockBody))]
[JsonSerializable(typeof(PropertiesBody))]
[JsonSerializable(typeof(List<TaggedLayoutBody>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class AnswerJson : JsonSerializerContext;
