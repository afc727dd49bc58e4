using Plenum.Server.Conferences.Doors;

namespace Plenum.Tests.Conferences;

public sealed class Asking_for_too_much
{
    private readonly Turning clock = new();
    private readonly Bucket bucket;

    public Asking_for_too_much() => bucket = new Bucket(perSecond: 2, size: 3, clock);

    [Fact]
    public void As_much_as_fits_may_be_asked_at_once() =>
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.Take()));

    [Fact]
    public void It_fills_at_its_rate()
    {
        while (bucket.Take()) Assert.False(bucket.Full);
        clock.Turn(TimeSpan.FromSeconds(0.5));
        Assert.Equal([true, false], [bucket.Take(), bucket.Take()]);
    }

    [Fact]
    public void It_never_holds_more_than_its_size()
    {
        clock.Turn(TimeSpan.FromHours(1));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.Take()));
    }

    [Fact]
    public void It_is_full_again_in_time()
    {
        bucket.Take();
        Assert.False(bucket.Full);
        clock.Turn(TimeSpan.FromSeconds(0.5));
        Assert.True(bucket.Full);
    }

    private sealed class Turning : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Turn(TimeSpan by) => ticks += by.Ticks;
    }
}
