using Plenum.Server.Scripting.Schedules;

namespace Plenum.Tests.Scripting;

public sealed class Timetables
{
    [Theory]
    [InlineData("* * * * *", "UTC", "2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z")]
    [InlineData("*/15 * * * *", "UTC", "2026-01-01T00:01:00Z", "2026-01-01T00:15:00Z")]
    [InlineData("30 0 9 * * *", "UTC", "2026-01-01T10:00:00Z", "2026-01-02T09:00:30Z")]
    [InlineData("0 9 * * MON-FRI", "UTC", "2026-01-02T09:00:00Z", "2026-01-05T09:00:00Z")]
    [InlineData("0 9 * * 1-5", "UTC", "2026-01-02T10:00:00Z", "2026-01-05T09:00:00Z")]
    [InlineData("0 0 1 * *", "UTC", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")]
    [InlineData("0 0 29 2 *", "UTC", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 13 * FRI", "UTC", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")]
    [InlineData("0 0 ? * 7", "UTC", "2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z")]
    [InlineData("5,35 8-9 * JAN,jul *", "UTC", "2026-01-31T09:35:00Z", "2026-07-01T08:05:00Z")]
    [InlineData("10/20 * * * *", "UTC", "2026-01-01T00:10:00Z", "2026-01-01T00:30:00Z")]
    [InlineData("0 9 * * *", "Europe/Zurich", "2026-01-01T00:00:00Z", "2026-01-01T08:00:00Z")]
    [InlineData("0 9 * * *", "Europe/Zurich", "2026-07-01T00:00:00Z", "2026-07-01T07:00:00Z")]
    [InlineData("0 9 * * *", "America/New_York", "2026-01-01T00:00:00Z", "2026-01-01T14:00:00Z")]
    // The clock leaps from two to three: what falls between counts at three.
    [InlineData("30 2 * * *", "Europe/Zurich", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("30 2 * * *", "Europe/Zurich", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    // The clock goes back from three to two: once, and by the hour twice.
    [InlineData("30 2 * * *", "Europe/Zurich", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("30 2 * * *", "Europe/Zurich", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("30 * * * *", "Europe/Zurich", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("30 * * * *", "Europe/Zurich", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")]
    public void Say_when_they_are_due_next(string cron, string zone, string after, string next)
    {
        Assert.True(Timetable.TryParse(cron, zone, out var table, out var wrong), wrong);
        Assert.Equal(DateTimeOffset.Parse(next), table.After(DateTimeOffset.Parse(after))!.Value.ToUniversalTime());
    }

    [Theory]
    [InlineData("", "parts")]
    [InlineData("* * * *", "parts")]
    [InlineData("60 * * * *", "minutes")]
    [InlineData("* 24 * * *", "hours")]
    [InlineData("* * 0 * *", "days of the month")]
    [InlineData("* * * 13 *", "months")]
    [InlineData("* * * * 8", "days of the week")]
    [InlineData("5-1 * * * *", "minutes")]
    [InlineData("*/0 * * * *", "minutes")]
    [InlineData("a * * * *", "minutes")]
    [InlineData("1,,2 * * * *", "minutes")]
    [InlineData("1-2-3 * * * *", "minutes")]
    [InlineData("*/2 * * * * *", "second")]
    [InlineData("0 0 31 2 *", "never")]
    public void Say_what_is_wrong_with_them(string cron, string why)
    {
        Assert.False(Timetable.TryParse(cron, null, out _, out var wrong));
        Assert.Contains(why, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Know_no_time_zone_that_is_not_there()
    {
        Assert.False(Timetable.TryParse("* * * * *", "Moon/Tranquility", out _, out var wrong));
        Assert.Contains("time zone", wrong, StringComparison.Ordinal);
    }
}
