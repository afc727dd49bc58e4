using Plenum.Server.Conferences.Log;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>
/// Goes through the live conferences once a second: who was not heard from leaves, what time brings about happens, streams
/// get their heartbeat, and presence is written down.
/// </summary>
internal sealed partial class Caretaker(
    LiveConferences conferences, Surroundings around, PresenceBook presence, ConferenceLog log, ILogger<Caretaker> logger)
    : BackgroundService
{
    /// <summary>After a start, a take-over, or the storage's return, nobody expires for this long.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private const int RoundsPerTidying = 60;
    private long mercifulSince = around.Time.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WakeOccupied(stoppingToken);
        using var timer = new PeriodicTimer(Round, around.Time);
        for (var round = 1; await Next(timer, stoppingToken); round++) await GoRound(round, stoppingToken);
    }

    internal async Task GoRound(int round, CancellationToken cancellation)
    {
        foreach (var conference in conferences.Loaded)
        {
            Attend(conference, round);
            if (round % RoundsPerTidying == 0) conferences.LetGo(conference);
        }

        try
        {
            foreach (var id in await presence.Write(cancellation)) conferences.Moved(id, long.MaxValue);
        }
        catch (LogUnavailable e)
        {
            mercifulSince = around.Time.GetTimestamp();
            Unwritten(logger, e.Message);
        }
    }

    private void Attend(LiveConference conference, int round)
    {
        var now = conference.Now;
        if (PassTime.NextDue(now, around.Terms(now.Id)) <= around.Now) _ = conference.Tell(new PassTime(), Actor.Clock);
        if (around.Time.GetElapsedTime(mercifulSince) > Grace)
        {
            foreach (var id in conference.Pulses.Overdue())
            {
                conference.Pulses.Spare(id, TimeSpan.FromSeconds(5));
                _ = conference.Tell(new Leave(Reasons.TimerExpired) { Subject = id }, Actor.Clock);
            }
        }

        if (conference.Audience.Count == 0) return;
        _ = conference.Do(() =>
        {
            foreach (var stream in conference.Audience.Streams) stream.Tend(round);
        });
    }

    /// <summary>After a restart, whoever was in a meeting is watched over at once, whether or not anybody asks for it.</summary>
    private async Task WakeOccupied(CancellationToken cancellation)
    {
        foreach (var id in await log.Occupied(cancellation))
        {
            try
            {
                await conferences.Get(id);
            }
            catch (Exception e) when (e is Record.UnknownEvent or LogUnavailable)
            {
                NotServed(logger, e, id);
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Conference} is not served")]
    private static partial void NotServed(ILogger logger, Exception e, ConferenceId conference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Presence could not be written; nobody expires meanwhile: {Why}")]
    private static partial void Unwritten(ILogger logger, string why);
}
