using System.IO.Pipelines;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Streams to which nothing happens, looked after once a second.</summary>
public sealed class A_quiet_stream
{
    private readonly ManualClock clock = new();

    [Fact]
    public void Gets_one_sign_of_life_in_fifteen_seconds()
    {
        for (var several = 0; several < 50; several++)
            Assert.Single(Beats(), beat => beat);
    }

    [Fact]
    public void Of_our_own_client_gets_one_every_five_seconds()
    {
        for (var several = 0; several < 50; several++)
        {
            var beats = Beats(resumes: true);
            var first = Array.IndexOf(beats, true);
            Assert.Equal([first, first + 5, first + 10], Enumerable.Range(0, beats.Length).Where(second => beats[second]));
        }
    }

    [Fact]
    public void Does_not_get_it_in_the_same_second_as_all_others()
    {
        var busiest = Enumerable.Range(0, 600).Select(_ => Array.IndexOf(Beats(), true)).CountBy(second => second).Max(pair => pair.Value);
        Assert.True(busiest < 120, $"{busiest} of 600 in one second");
    }

    /// <summary>In which of fifteen seconds somebody's stream says something.</summary>
    private bool[] Beats(bool resumes = false)
    {
        var pipe = new Pipe();
        var stream = new EventStream(pipe.Writer, new Seat(ParticipantId.New(), false, false, RoomId.Main, false), resumes, clock);
        return [.. Enumerable.Range(1, EventStream.SecondsPerBeat).Select(second => Says(stream, pipe.Reader, second))];
    }

    private static bool Says(EventStream stream, PipeReader reader, int second)
    {
        stream.Tend(second);
        if (!reader.TryRead(out var read)) return false;
        Assert.Equal(SseText.Heartbeat, System.Buffers.BuffersExtensions.ToArray(read.Buffer));
        reader.AdvanceTo(read.Buffer.End);
        return true;
    }
}
