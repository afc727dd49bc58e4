namespace Plenum.Server.Conferences.Listings;

/// <summary>What a group of conferences is called, so that brandings and plugins can be given to all of them: in small letters, never empty.</summary>
public static class GroupName
{
    public const int Longest = 50;
    public const int Most = 20;
    public const string Rule = "A group is 1 to 50 letters, digits, or any of . - _.";

    /// <summary>The name as it is kept; null when it cannot be one.</summary>
    public static string? Parse(string? text) =>
        text?.Trim() is { Length: > 0 and <= Longest } name && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_') ? name.ToLowerInvariant() : null;
}
