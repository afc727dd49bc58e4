using Plenum.Server.Conferences.Doors;
using Plenum.Server.Hosting.Http;

namespace Plenum.Server.Plugins.Messages;

/// <summary>Where the page of a participant, with plugins in it, meets the server: below its conference.</summary>
internal static class TabDoors
{
    public static void MapTo(WebApplication app)
    {
        var (door, talk) = (app.Services.GetRequiredService<CommandDoor>(), app.Services.GetRequiredService<TabTalk>());
        var own = $"{ClientApi.Root}/conferences/{{alias}}/plenum";
        app.MapPost($"{own}/tabs", door.Open(async knock => await Answers.Raw(knock.Context, await talk.Announce(Of(knock), knock.Body, knock.Context.RequestAborted))));
        app.MapPost($"{own}/taken", door.Open(knock => Heard(knock, talk.Take)));
        app.MapPost($"{own}/said", door.Open(knock => Heard(knock, talk.Say)));
    }

    private static async Task Heard(Knock knock, Func<Holder, Body, CancellationToken, Task> talk)
    {
        await talk(Of(knock), knock.Body, knock.Context.RequestAborted);
        await Answers.Yes(knock.Context);
    }

    /// <summary>A participant is in no groups: these are for people of other apps, who say so.</summary>
    private static Holder Of(Knock knock)
    {
        var now = knock.Caller.Conference.Now;
        now.Participants.TryGetValue(knock.Caller.Id, out var participant);
        return new Holder(now.Id.Value, $"{knock.Caller.Id.Value}", participant?.Name ?? "", participant?.Account ?? "", [], $"{Neighbourhood.Of(knock.Context.Connection.RemoteIpAddress)}") { Alias = knock.Caller.Alias };
    }
}
