using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The part of the list of screens that a meeting shows now and then, and the ways in which one can be put out of it.</summary>
internal static class ScreensOfRareMoments
{
    private const string Slide = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'%3E%3Crect width='16' height='9' fill='teal'/%3E%3C/svg%3E";

    public static readonly Scene[] All =
    [
        new("Rare moments", Furniture.Open, false,
            new("transferring", async stage =>
            {
                await stage.Me.Enters(stage.Alias, "Ada");
                await stage.OthersCome(2);
                await stage.Hears("onCallTransfer", "meet.other");
                await stage.Me.IsAt("Moving you to meet.other …");
            }),
            new("not-started", async stage =>
            {
                await stage.Hears("onTransferFailed");
                await stage.Hears("onConferenceUpdate", Room(started: false));
                await stage.Me.Sees("Guests wait outside until you start it.");
            }),
            new("classification-and-message", async stage =>
            {
                await stage.Hears("onConferenceUpdate", Room(classification: "For the board only", message: "The fire drill begins at eleven. Leave everything where it is."));
                await stage.Me.Sees("The fire drill begins at eleven.");
                await stage.Me.Sees("For the board only");
            }),
            new("connection-lost", async stage =>
            {
                await stage.Hears("onConferenceUpdate", Room());
                await stage.Hears("onConnectionState", new { state = "lost" });
                await stage.Me.Sees("It is still being tried.");
            }),
            new("presentation", async stage =>
            {
                await stage.Hears("onConnectionState", new { state = "connected" });
                await stage.Me.Page.EvaluateAsync("([uuid, slide]) => { const call = window.PEX.pexrtc; call.onPresentation(true, 'Ben', uuid); call.onPresentationReload(slide); }", new[] { stage.Other(0).Id, Slide });
                await Assertions.Expect(stage.Me.Page.GetByRole(AriaRole.Img, new() { Name = "Ben is presenting" })).ToBeVisibleAsync();
            }),
            new("captions", async stage =>
            {
                await stage.Me.Page.EvaluateAsync("() => { const call = window.PEX.pexrtc; call.onParticipantUpdate({ ...call.rosterList[call.uuid], show_live_captions: true }); }");
                await stage.Hears("onLiveCaptions", new { data = "and so we decided to wait for the figures of the last quarter before", is_final = true });
                await stage.Me.Sees("and so we decided");
            }, Fleeting: true),
            new("meeting-in-contrast", stage => stage.Wears("contrast")),
            new("called-to-a-breakout", async stage =>
            {
                await stage.Wears("system");
                await stage.Me.Page.EvaluateAsync("() => window.PEX.pexrtc.onPresentation(false)");
                await stage.Hears("onBreakoutRefer", new { breakout_uuid = "b", breakout_name = "Room 2", requester_uuid = stage.Other(0).Id });
                await stage.Hears("onChatMessage", new { type = "text/plain", payload = "Ten more minutes, then we meet again in the main room.", origin = "Ben", uuid = stage.Other(0).Id, from_outside = true });
                await stage.Me.Sees("Ten more minutes");
                await stage.Me.Sees("Ben asks you to come to Room 2");
            }),
            new("chat-off", async stage =>
            {
                await stage.Me.Presses("Not now");
                await stage.Me.Presses("Got it");
                await stage.Hears("onConferenceUpdate", Room(chat: false));
                await stage.Me.TurnsTo("Chat");
                await stage.Me.Sees("The chat is off in this meeting.");
            })),
        new("Put out", Furniture.Open, false,
            new("hosts-gone", async stage =>
            {
                await stage.Me.Enters(stage.Alias, "Ada");
                await stage.IsSentAway("All conference hosts departed hosted conference");
                await stage.Me.IsAt("The hosts have left");
            }),
            PutOut("expired", "Timeout waiting for a sign of life", "You were away for too long"),
            PutOut("elsewhere", "Connected elsewhere as the same participant", "You joined somewhere else"),
            PutOut("put-out", "It is a Sunday", "You are no longer in the meeting"),
            new("lost", async stage =>
            {
                await stage.Me.Presses("Rejoin");
                await stage.Me.IsInside();
                await stage.TheDoorSays("Participant limit reached");
                await stage.IsSentAway("Could not reconnect to the meeting");
                await stage.Me.IsAt("The connection was lost");
            })),
    ];

    private static Screen PutOut(string name, string reason, string title) => new(name, async stage =>
    {
        await stage.Me.Presses("Rejoin");
        await stage.Me.IsInside();
        await stage.IsSentAway(reason);
        await stage.Me.IsAt(title);
    });

    /// <summary>What the server says of a room, in its own words.</summary>
    private static Dictionary<string, object> Room(bool started = true, bool chat = true, string? classification = null, string message = "")
    {
        var room = new Dictionary<string, object> { ["locked"] = false, ["guests_muted"] = false, ["started"] = started, ["chat_enabled"] = chat, ["message_text"] = message, ["breakout_rooms"] = true };
        if (classification is not null) room["classification"] = new { levels = new Dictionary<string, string> { ["1"] = classification }, current = 1 };
        return room;
    }
}
