using System.IO.Pipelines;
using System.Text;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>What a stream does when its reader does not keep up, on a pipe that holds little and a clock that stands still.</summary>
public sealed class A_slow_reader
{
    private readonly ManualClock clock = new();
    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 64, resumeWriterThreshold: 32, useSynchronizationContext: false));
    private readonly EventStream stream;

    public A_slow_reader() =>
        stream = new EventStream(pipe.Writer, new Seat(ParticipantId.New(), false, false, RoomId.Main, false), false, clock);

    [Fact]
    public async Task Loses_only_updates_that_a_later_one_replaced()
    {
        Say("first, and too long for the pipe to take another one while nobody reads");
        for (var i = 0; i < 100; i++)
        {
            Say($"update of A {i}", "A");
            Say($"update of B {i}", "B");
            Say($"chat {i}");
        }

        var heard = await ReadAll();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"chat {i}"), heard.Where(line => line.StartsWith("chat", StringComparison.Ordinal)));
        Assert.Equal(["update of A 99", "update of B 99"], heard.Where(line => line.StartsWith("update", StringComparison.Ordinal)));
        Assert.Equal("chat 99", heard[^1]);
    }

    [Fact]
    public async Task Loses_nothing_while_it_keeps_up()
    {
        for (var i = 0; i < 40; i++)
        {
            Say($"{i}", "A");
            Assert.Equal([$"{i}", ""], await ReadUntil(text => text.Length > 0));
        }
    }

    [Fact]
    public void Is_cut_after_ten_seconds_without_progress()
    {
        Say(new string('x', 1000));
        clock.Advance(TimeSpan.FromSeconds(10));
        stream.CutIfStalled();
        Assert.False(stream.Cut);
        clock.Advance(TimeSpan.FromSeconds(1));
        stream.CutIfStalled();
        Assert.True(stream.Cut);
        Assert.True(stream.Ended.IsCompleted);
    }

    [Fact]
    public async Task Is_not_cut_while_it_makes_progress_through_something_big()
    {
        for (var i = 0; i < 100; i++) stream.Write(Text(new string('x', 4000)), null);
        stream.Send();
        for (var read = 0L; read < 300_000;)
        {
            clock.Advance(TimeSpan.FromSeconds(6));
            stream.CutIfStalled();
            Assert.False(stream.Cut);
            var result = await Read();
            read += result.Buffer.Length;
            pipe.Reader.AdvanceTo(result.Buffer.End);
            // The writer goes on where it was as soon as it can, on another thread.
            await UntilMore();
        }
    }

    [Fact]
    public void Is_cut_when_more_is_waiting_than_it_may_hold_back()
    {
        Say(new string('x', 1000));
        for (var held = 0; held <= EventStream.LongestQueue; held += 1000) Say(new string('y', 1000));
        Assert.True(stream.Cut);
    }

    [Fact]
    public async Task Is_cut_when_it_does_not_take_its_last_words()
    {
        Say(new string('x', 1000));
        Say("goodbye");
        stream.Close();
        Assert.False(stream.Ended.IsCompleted);
        clock.Advance(EventStream.Farewell);
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.True(stream.Cut);
    }

    [Fact]
    public async Task Hears_its_last_words_when_it_takes_them_in_time()
    {
        Say("first, and too long for the pipe to take another one while nobody reads");
        Say("goodbye");
        stream.Close();
        await ReadUntil(text => text.EndsWith("goodbye\n", StringComparison.Ordinal));
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.False(stream.Cut);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\n");

    private void Say(string text, string? supersedes = null)
    {
        stream.Write(Text(text), supersedes);
        stream.Send();
    }

    private async Task UntilMore()
    {
        var more = await Read();
        pipe.Reader.AdvanceTo(more.Buffer.Start);
    }

    private async Task<ReadResult> Read()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await pipe.Reader.ReadAsync(patience.Token);
    }

    private async Task<List<string>> ReadAll()
    {
        Say("the end");
        var lines = await ReadUntil(text => text.EndsWith("the end\n", StringComparison.Ordinal));
        return [.. lines.Where(line => line is not "" and not "the end")];
    }

    private async Task<List<string>> ReadUntil(Func<string, bool> enough)
    {
        var text = new StringBuilder();
        while (!enough(text.ToString()))
        {
            var result = await Read();
            text.Append(Encoding.UTF8.GetString(result.Buffer));
            pipe.Reader.AdvanceTo(result.Buffer.End);
        }

        return [.. text.ToString().Split('\n')];
    }
}
