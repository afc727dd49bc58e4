using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Calls;

/// <summary>Presenting by still pictures: whoever holds the floor sends them, whoever may see presentations fetches them.</summary>
internal sealed class SlideDoors(Limits limits)
{
    private static readonly Refusal NoFloor = new("Take the floor before presenting");
    private static readonly Refusal NotForYou = new("You may not receive presentations");
    private static readonly Refusal None = new("No presentation image available", StatusCodes.Status404NotFound);
    private static readonly Refusal NoPng = new("No PNG image available: ask for presentation.jpeg", StatusCodes.Status404NotFound);

    public async Task Show(Knock knock)
    {
        var conference = knock.Caller.Conference;
        if (!Presents(knock)) await Answers.No(knock.Context, NoFloor);
        else if (!conference.Slides.Expect()) await Answers.No(knock.Context, Refusal.TooMany);
        else await Receive(knock);
    }

    public static Task Jpeg(Knock knock)
    {
        if (WhyNot(knock) is { } refusal) return Answers.No(knock.Context, refusal);
        if (knock.Caller.Conference.Slides.In(ReadDoors.Room(knock).Id) is not { } slide) return Answers.No(knock.Context, None);
        var response = knock.Context.Response;
        response.ContentType = "image/jpeg";
        response.ContentLength = slide.Jpeg.Length;
        response.Headers.CacheControl = "no-store";
        return response.Body.WriteAsync(slide.Jpeg, knock.Context.RequestAborted).AsTask();
    }

    /// <summary>A picture is passed on as it came, and it came as JPEG.</summary>
    public static Task Png(Knock knock) => Answers.No(knock.Context, WhyNot(knock) ?? NoPng);

    private async Task Receive(Knock knock)
    {
        var conference = knock.Caller.Conference;
        var refused = Refusal.OutOfResource;
        try
        {
            var jpeg = await SlideUpload.Read(knock.Context, limits.PictureBytes);
            await conference.Do(() => refused = Put(knock, jpeg));
        }
        finally
        {
            conference.Slides.Arrived();
        }

        if (refused is not null) await Answers.No(knock.Context, refused);
        else await Answers.Yes(knock.Context);
    }

    private static Refusal? Put(Knock knock, byte[] jpeg)
    {
        // The floor may have gone to somebody else while the picture was on its way.
        if (!Presents(knock)) return NoFloor;
        var conference = knock.Caller.Conference;
        var slide = new Slide(ReadDoors.Me(knock).Room, knock.Caller.Id, jpeg);
        conference.Slides.Put(slide);
        conference.Audience.Show(conference.Now, slide);
        return null;
    }

    private static bool Presents(Knock knock) =>
        ReadDoors.Now(knock).Participants.TryGetValue(knock.Caller.Id, out var me) && me.Presenting && (knock.Room ?? me.Room) == me.Room;

    private static Refusal? WhyNot(Knock knock)
    {
        var me = ReadDoors.Me(knock);
        if (me.Waiting) return Refusal.NotInMeeting;
        return me.ReceivesPresentation ? null : NotForYou;
    }
}
