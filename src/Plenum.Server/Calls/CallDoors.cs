using System.Text;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;

namespace Plenum.Server.Calls;

/// <summary>
/// Where media calls are set up. This server carries no media yet and says so: official clients read these errors as text.
/// </summary>
internal sealed class CallDoors(IMedia media)
{
    private const int LongestSdp = 256 * 1024;

    public async Task Start(Knock knock)
    {
        if (knock.Subject != knock.Caller.Id)
        {
            await Answers.No(knock.Context, Refusal.InvalidRole);
            return;
        }

        if (ReadDoors.Me(knock).Waiting)
        {
            await Answers.No(knock.Context, Refusal.NotInMeeting);
            return;
        }

        if (knock.Body.Text("sdp") is { Length: > LongestSdp }) throw new Unreadable("sdp is too long");
        await Plain(knock.Context, StatusCodes.Status500InternalServerError, media.WhyNot);
    }

    /// <summary>Nobody has a call, so no call id is known.</summary>
    public static Task Unknown(Knock knock) => Answers.No(knock.Context, new Refusal("Call not found"));

    private static Task Plain(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted).AsTask();
    }
}

/// <summary>What carries sound and pictures. When there is none it says why, in words for the person who called.</summary>
internal interface IMedia
{
    string WhyNot { get; }
}

/// <summary>Conferences without sound and pictures: rosters, chat, control and plugins work.</summary>
internal sealed class NoMedia : IMedia
{
    public string WhyNot => "This server does not carry audio and video yet: join without media";
}
