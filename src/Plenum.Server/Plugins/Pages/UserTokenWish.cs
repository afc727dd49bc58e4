using Plenum.Server.Management;
using Plenum.Server.Participants;

namespace Plenum.Server.Plugins.Pages;

/// <summary>For whom a token is wanted, and for how long.</summary>
internal sealed record UserTokenWish
{
    private const int Usual = 15 * 60, Shortest = 30, Longest = 12 * 60 * 60, LongestId = 200, MostGroups = 100;

    public string? User { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }

    public int? Seconds { get; init; }

    public AppUser Read(DateTimeOffset now)
    {
        if (User?.Trim() is not { Length: > 0 and <= LongestId } id || id.Any(char.IsControl)) throw new Unacceptable("user", $"user is required: what your app calls this user, 1 to {LongestId} characters.");
        // Participants of conferences are known by such ids, and nobody is to be taken for one.
        if (Guid.TryParse(id, out _)) throw new Unacceptable("user", "user must not look like the id of a participant: put a word in front of it.");
        if (Groups is { } groups && (groups.Count > MostGroups || groups.Any(group => group is null or { Length: 0 or > LongestId }))) throw new Unacceptable("groups", $"groups is a list of at most {MostGroups} names.");
        if (Seconds is < Shortest or > Longest) throw new Unacceptable("seconds", $"seconds is between {Shortest} and {Longest}.");
        return new AppUser(id, DisplayName.Clean(Name ?? "") is { Length: > 0 } name ? name : id, [.. (Groups ?? []).Distinct()], now + TimeSpan.FromSeconds(Seconds ?? Usual));
    }
}

/// <summary>A token for a user of another app, and until when it holds.</summary>
internal sealed record UserTokenBody(string Token, DateTimeOffset Until);
