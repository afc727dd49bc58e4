using System.Collections.Concurrent;
using System.Net;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Opens a participant's event stream and keeps the request until the stream has ended.</summary>
internal sealed class EventsDoor(Limits limits, Drain drain, TimeProvider time)
{
    private readonly ConcurrentDictionary<IPAddress, int> perAddress = [];

    public async Task Open(Knock knock)
    {
        var context = knock.Context;
        var from = Neighbourhood.Of(context.Connection.RemoteIpAddress);
        if (perAddress.AddOrUpdate(from, 1, (_, count) => count + 1) > limits.StreamsPerAddress)
        {
            Leave(from);
            await Answers.No(context, Refusal.TooMany);
            return;
        }

        try
        {
            await Hold(knock);
        }
        finally
        {
            Leave(from);
        }
    }

    private async Task Hold(Knock knock)
    {
        var (context, conference) = (knock.Context, knock.Caller.Conference);
        var participant = ReadDoors.Me(knock);
        StreamAnswer.Prepare(context);
        var since = Since(context, knock.Caller.Listing.Id, out var resumes);
        var stream = new EventStream(context.Response.BodyWriter, Seat.Of(participant), resumes, time);
        if (await conference.Open(stream, since) is not Seating.Seated and var turnedAway)
        {
            await Away(context, turnedAway);
            return;
        }

        await using var gone = context.RequestAborted.Register(stream.Close);
        await using var leaving = drain.Begun.Register(stream.Close);
        await stream.Ended;
        await conference.Do(() => conference.Audience.Forget(stream));
        if (stream.Cut) context.Abort();
    }

    /// <summary>Browsers never come back after a 204, so only the loser of a chase gets one.</summary>
    private static Task Away(HttpContext context, Seating why)
    {
        if (why is Seating.Gone) return Answers.No(context, Refusal.InvalidToken);
        if (why is Seating.Unheard) return Answers.No(context, Refusal.OutOfResource);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.ContentType = null;
        return Task.CompletedTask;
    }

    /// <summary>Only who says where it was goes on from there; <c>Last-Event-ID</c> alone is sent by browsers unasked.</summary>
    private static long? Since(HttpContext context, ConferenceId conference, out bool resumes)
    {
        var text = context.Request.Query["since"].ToString();
        resumes = text.Length > 0;
        var colon = text.LastIndexOf(':');
        if (colon < 0 || !ConferenceId.TryParse(text[..colon], null, out var id) || id != conference) return null;
        return long.TryParse(text.AsSpan(colon + 1), out var version) && version > 0 ? version : null;
    }

    private void Leave(IPAddress from)
    {
        if (perAddress.AddOrUpdate(from, 0, (_, count) => count - 1) <= 0) perAddress.TryRemove(KeyValuePair.Create(from, 0));
    }
}
