using System.Text.Json.Serialization;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences;

/// <summary>
/// Who causes something. A participant is proven by its token; the plugin is what the request claims beside it;
/// an administrator is proven by sign-in; neither of them means the conference's own clock.
/// </summary>
public sealed record Actor
{
    public static readonly Actor Clock = new();

    [JsonConstructor]
    internal Actor()
    {
    }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? Participant { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Administrator { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClaimedCause { get; init; }

    public static Actor Of(ParticipantId participant, string? claimedCause = null) =>
        new() { Participant = participant, ClaimedCause = claimedCause };

    public static Actor OfAdministrator(string name) => new() { Administrator = name };
}
