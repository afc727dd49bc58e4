namespace Plenum.Tests.Running;

/// <summary>A clock that stands still until a test moves it: the wall, the stopwatch and every timer hang on it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (alarms) alarms.Add(alarm);
        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        now += by;
        passed += by;
        List<Alarm> due;
        lock (alarms) due = [.. alarms];
        foreach (var alarm in due) alarm.RingIfDue();
    }

    /// <summary>Somebody sets the wall clock; no time passes.</summary>
    public void Set(TimeSpan forward) => now += forward;

    private sealed class Alarm(ManualClock clock, Action ring) : ITimer
    {
        private TimeSpan? due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.passed + dueTime;
            return true;
        }

        public void RingIfDue()
        {
            if (due is null || due > clock.passed) return;
            due = null;
            ring();
        }

        public void Dispose()
        {
            due = null;
            lock (clock.alarms) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
