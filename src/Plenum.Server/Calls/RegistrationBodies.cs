using System.Text.Json.Serialization;
using Plenum.Server.Conferences.Wire;

namespace Plenum.Server.Calls;

/// <summary>The answer to a device that registered.</summary>
internal sealed record RegisteredBody(
    string Token, string Expires, string RegistrationUuid, bool DirectoryEnabled, bool RouteViaRegistrar, VersionBody Version);

/// <summary>The answer to a device that refreshed.</summary>
internal sealed record RegistrationRefreshedBody(string Token, string Expires);

/// <summary>A conference calls; the token, sent when joining it, makes the device the participant who was called.</summary>
internal sealed record IncomingBody(string ConferenceAlias, string RemoteDisplayName, string Token);

/// <summary>A call that no longer rings.</summary>
internal sealed record CancelledBody(string Token);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RegisteredBody))]
[JsonSerializable(typeof(RegistrationRefreshedBody))]
[JsonSerializable(typeof(IncomingBody))]
[JsonSerializable(typeof(CancelledBody))]
internal sealed partial class RegistrationJson : JsonSerializerContext;
