using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts;

public sealed class A_call_that_nobody_answers
{
    private readonly ManualClock _clock = new();
    private readonly Switchboard _switchboard;

    public A_call_that_nobody_answers() => _switchboard = new Switchboard(new TokenMint(new ServerKey(new byte[32]), _clock), _clock);

    [Fact]
    public async Task Is_given_up_after_a_minute()
    {
        var told = _switchboard.Register("desk").Listen();
        var line = new Line();
        _switchboard.Call(line.Called, Wish, line);

        _clock.Advance(Switchboard.RingsFor);

        Assert.Equal("Call disconnected", await line.HungUpFor.Task.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.StartsWith("event: incoming\n", await Next(told));
        Assert.StartsWith("event: incoming_cancelled\n", await Next(told));
    }

    [Fact]
    public async Task Is_not_given_up_once_it_was_answered()
    {
        var told = _switchboard.Register("desk").Listen();
        var line = new Line();
        _switchboard.Call(line.Called, Wish, line);

        _switchboard.PickedUp(line.Called);
        _clock.Advance(Switchboard.RingsFor);

        Assert.StartsWith("event: incoming\n", await Next(told));
        Assert.StartsWith("event: incoming_cancelled\n", await Next(told));
        Assert.False(line.HungUpFor.Task.IsCompleted);
    }

    [Fact]
    public void Reaches_only_devices_that_were_heard_from_lately()
    {
        _switchboard.Register("desk");

        Assert.True(_switchboard.Reaches(Wish));
        _clock.Advance(TimeSpan.FromSeconds(121));
        Assert.False(_switchboard.Reaches(Wish));
    }

    private static DialWish Wish => new("Desk", Role.Guest) { CalledFrom = "meet.open", CalledBy = "Open" };

    private static async Task<string> Next(System.Threading.Channels.ChannelReader<byte[]> told) =>
        System.Text.Encoding.UTF8.GetString(await told.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5)));

    private sealed class Line : ILine
    {
        public Line() => Now = new Conference(ConferenceId.New()).With(
            new Participant(Called, "Desk", Role.Guest, RoomId.Main, DateTimeOffset.UnixEpoch) { Connecting = true });

        public ParticipantId Called { get; } = ParticipantId.New();

        public Conference Now { get; }

        public TaskCompletionSource<string> HungUpFor { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Answered() => Task.CompletedTask;

        public Task HungUp(string reason)
        {
            HungUpFor.TrySetResult(reason);
            return Task.CompletedTask;
        }
    }
}
