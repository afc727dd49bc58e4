using System.Diagnostics.CodeAnalysis;

namespace Plenum.Server.Scripting.Schedules;

/// <summary>
/// When a schedule is due: minutes, hours, days of the month, months and days of the week (perhaps with a fixed second before
/// them) by the clock of a time zone. A time that the clock leaps over counts as the moment of the leap, one that comes twice
/// as the first; where every hour counts, each hour that really passes does.
/// </summary>
internal sealed class Timetable
{
    private const int FarthestDays = 366 * 9;
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly TimeZoneInfo zone;
    private readonly int second;
    private readonly CronField minutes, hours, days, months, weekdays;

    private Timetable(TimeZoneInfo zone, int second, CronField minutes, CronField hours, CronField days, CronField months, CronField weekdays) =>
        (this.zone, this.second, this.minutes, this.hours, this.days, this.months, this.weekdays) = (zone, second, minutes, hours, days, months, weekdays);

    /// <summary>What is wrong is said in words.</summary>
    public static bool TryParse(string cron, string? zoneName, [NotNullWhen(true)] out Timetable? read, out string wrong)
    {
        (read, wrong) = (null, "");
        TimeZoneInfo? zone = TimeZoneInfo.Utc;
        if (zoneName is { Length: > 0 } && !TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out zone)) return Wrong($"There is no time zone {zoneName}; write it like Europe/Zurich", out wrong);
        var parts = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is not (5 or 6)) return Wrong("cron has five parts: minute, hour, day of the month, month, day of the week; or six, with a fixed second before them", out wrong);
        var second = 0;
        if (parts.Length == 6 && (!int.TryParse(parts[0], out second) || second is < 0 or > 59)) return Wrong("The second is one number from 0 to 59", out wrong);
        var of = parts[^5..];
        if (CronField.Read(of[0], 0, 59) is not { } minutes) return Wrong($"{of[0]} are no minutes", out wrong);
        if (CronField.Read(of[1], 0, 23) is not { } hours) return Wrong($"{of[1]} are no hours", out wrong);
        if (CronField.Read(of[2], 1, 31) is not { } days) return Wrong($"{of[2]} are no days of the month", out wrong);
        if (CronField.Read(of[3], 1, 12, Months, 1) is not { } months) return Wrong($"{of[3]} are no months", out wrong);
        if (CronField.Read(of[4], 0, 7, Days, 0) is not { } weekdays) return Wrong($"{of[4]} are no days of the week", out wrong);
        read = new Timetable(zone!, second, minutes, hours, days, months, weekdays);
        if (read.After(DateTimeOffset.UnixEpoch) is not null) return true;
        read = null;
        return Wrong("Such a day never comes", out wrong);
    }

    /// <summary>The first moment after another one; null when there is none for years.</summary>
    public DateTimeOffset? After(DateTimeOffset moment)
    {
        var day = TimeZoneInfo.ConvertTime(moment, zone).Date.AddDays(-1);
        for (var tried = 0; tried < FarthestDays; tried++, day = day.AddDays(1))
        {
            if (!Falls(day)) continue;
            DateTimeOffset? first = null;
            foreach (var at in Moments(day))
                if (at > moment && (first is null || at < first)) first = at;
            if (first is not null) return first;
        }

        return null;
    }

    /// <summary>Where both a day of the month and one of the week are named, either will do, as it always was.</summary>
    private bool Falls(DateTime day)
    {
        if (!months.Has(day.Month)) return false;
        var (month, week) = (days.Has(day.Day), weekdays.Has((int)day.DayOfWeek) || (day.DayOfWeek is DayOfWeek.Sunday && weekdays.Has(7)));
        return days.Any ? week : weekdays.Any ? month : month || week;
    }

    private IEnumerable<DateTimeOffset> Moments(DateTime day)
    {
        for (var hour = 0; hour < 24; hour++)
            for (var minute = 0; hours.Has(hour) && minute < 60; minute++)
                if (minutes.Has(minute))
                    foreach (var moment in Moments(new DateTime(day.Year, day.Month, day.Day, hour, minute, second), everyHour: hours.Any)) yield return moment;
    }

    private IEnumerable<DateTimeOffset> Moments(DateTime clock, bool everyHour)
    {
        if (zone.IsInvalidTime(clock))
        {
            if (everyHour) yield break;
            while (zone.IsInvalidTime(clock)) clock = clock.AddMinutes(1).AddSeconds(-clock.Second);
        }

        if (!zone.IsAmbiguousTime(clock))
        {
            yield return new DateTimeOffset(clock, zone.GetUtcOffset(clock));
            yield break;
        }

        var offsets = zone.GetAmbiguousTimeOffsets(clock);
        yield return new DateTimeOffset(clock, offsets.Max());
        if (everyHour) yield return new DateTimeOffset(clock, offsets.Min());
    }

    private static bool Wrong(string why, out string wrong)
    {
        wrong = why + ".";
        return false;
    }
}
