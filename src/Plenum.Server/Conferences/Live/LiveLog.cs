using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>One line per lifecycle transition; never names, texts, PINs or tokens.</summary>
internal static partial class LiveLog
{
    public static void Told(this ILogger logger, ConferenceId conference, IReadOnlyList<Step> steps)
    {
        if (!logger.IsEnabled(LogLevel.Information)) return;
        foreach (var step in steps)
        {
            switch (step.Happened)
            {
                case MeetingBegan began: Began(logger, conference, began.Meeting); break;
                case MeetingEnded ended: Ended(logger, conference, ended.Meeting); break;
                case ParticipantJoined joined: Joined(logger, conference, joined.Participant.Id, joined.Participant.Role, joined.Participant.Waiting); break;
                case ParticipantLeft left: Left(logger, conference, left.Id, left.Reason); break;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Meeting {Meeting} began in {Conference}")]
    private static partial void Began(ILogger logger, ConferenceId conference, Guid meeting);

    [LoggerMessage(Level = LogLevel.Information, Message = "Meeting {Meeting} ended in {Conference}")]
    private static partial void Ended(ILogger logger, ConferenceId conference, Guid meeting);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Participant} joined {Conference} as {Role}, waiting: {Waiting}")]
    private static partial void Joined(ILogger logger, ConferenceId conference, ParticipantId participant, Role role, bool waiting);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Participant} left {Conference}: {Reason}")]
    private static partial void Left(ILogger logger, ConferenceId conference, ParticipantId participant, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The storage is away, {Conference} refuses commands until it is back: {Why}")]
    public static partial void StorageAway(ILogger logger, ConferenceId conference, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Conference} failed; its log is read again before it goes on")]
    public static partial void Broken(ILogger logger, Exception e, ConferenceId conference);
}
