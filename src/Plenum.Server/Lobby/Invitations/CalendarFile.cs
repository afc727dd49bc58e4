using System.Globalization;
using System.Text;
using Plenum.Server.Lobby.Tongues;

namespace Plenum.Server.Lobby.Invitations;

/// <summary>An invitation as a calendar reads it (RFC 5545): one event, its text escaped, its lines folded at 75 bytes.</summary>
internal static class CalendarFile
{
    private const int LongestLine = 75;

    /// <summary>A time without a zone stays one: it is meant as the reader's own, as typed.</summary>
    public static string Write(Invitation invitation, Tongue words, DateTime start, TimeSpan length, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            $"PRODID:-//Plenum//Plenum//{words.Code.ToUpperInvariant()}",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{Uri.EscapeDataString(invitation.Alias)}-{Moment(start)}@{Text(new Uri(invitation.Origin).Host)}",
            $"DTSTAMP:{Moment(now.UtcDateTime)}",
            $"DTSTART:{Moment(start)}",
            $"DTEND:{Moment(start + length)}",
            $"SUMMARY:{Text(invitation.Name)}",
            $"LOCATION:{Text(invitation.JoinAddress)}",
            $"DESCRIPTION:{Text($"{words["Join the meeting:"]}\n{invitation.JoinAddress}")}",
            $"URL:{invitation.JoinAddress}",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    private static string Moment(DateTime time) =>
        time.ToString(time.Kind is DateTimeKind.Utc ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Text(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Counts bytes and never parts a character.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + 8);
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
