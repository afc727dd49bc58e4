using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The part of the list of screens that people see inside, and when it is over.</summary>
internal static class ScreensOfMeetings
{
    public static readonly Scene[] All =
    [
        new("Alone", Furniture.Open, false,
            new("meeting-alone", stage => stage.Me.Enters(stage.Alias, "Ada")),
            new("leave-question", async stage =>
            {
                await stage.Me.Page.EvaluateAsync("() => { history.pushState(null, '', location.href); history.back(); }");
                await Assertions.Expect(stage.Me.Dialog("Leave the meeting?")).ToBeVisibleAsync();
            }),
            new("reconnecting", async stage =>
            {
                await stage.Me.Presses("Stay");
                stage.Me.Complaints.MayHear("Failed to load resource");
                stage.Cable.Pull();
                await stage.Me.Sees("Reconnecting …");
            }),
            new("left", async stage =>
            {
                stage.Cable.Plug();
                await Assertions.Expect(stage.Me.Page.GetByText("Reconnecting …")).ToHaveCountAsync(0);
                await stage.Me.Tool("Leave or end the meeting").ClickAsync();
                await stage.Me.Entry("Leave").ClickAsync();
                await stage.Me.IsAt("You left the meeting");
            }),
            new("landing-with-recent", async stage =>
            {
                await stage.Me.Presses("Back to start");
                await stage.Me.IsAt("Join a meeting");
            }),
            new("oops", async stage =>
            {
                await stage.Me.Page.EvaluateAsync("() => { const error = new Error('Out of chairs'); error.stack = `Error\\n at seat (${location.origin}/webapp2/assets/main.js:1:1)`; dispatchEvent(new ErrorEvent('error', { error })); }");
                await stage.Me.IsAt("Oops. That should not have happened.");
            })),
        new("Four people", Furniture.Open, false,
            new("meeting-of-four", async stage =>
            {
                await stage.Me.Enters(stage.Alias, "Ada");
                await stage.OthersCome(3);
                await stage.Other(0).Post("participants/" + stage.Other(1).Id + "/mute");
                await stage.Other(1).Post(stage.Other(1), "buzz");
                await stage.Other(0).Post(stage.Other(2), "spotlighton");
                await Assertions.Expect(stage.Me.Tile("Ben")).ToBeVisibleAsync();
                await Assertions.Expect(stage.Me.Page.Locator(".tile .hand")).ToBeVisibleAsync();
            }),
            new("menu", async stage =>
            {
                await stage.Me.PutsMenusAway();
                await stage.Me.Tool("More").ClickAsync();
                await Assertions.Expect(stage.Me.Entry("Invite people")).ToBeVisibleAsync();
            }, Fleeting: true),
            new("roster", async stage =>
            {
                await stage.Me.PutsMenusAway();
                await stage.Me.TurnsTo("People");
                await Assertions.Expect(stage.Me.Row("Ben")).ToBeVisibleAsync();
            }),
            new("roster-menu", async stage =>
            {
                await stage.Me.PutsMenusAway();
                await stage.Me.OpensMenuOf("Ben");
                await Assertions.Expect(stage.Me.Entry("Disconnect")).ToBeVisibleAsync();
            }, Fleeting: true),
            new("rename", async stage =>
            {
                await stage.Me.PutsMenusAway();
                await stage.Me.Does("Text under the picture", "Ben");
                await Assertions.Expect(stage.Me.Dialog("Text under the picture of Ben")).ToBeVisibleAsync();
            }),
            new("transfer", async stage =>
            {
                await stage.Me.PutsDialogsAway();
                await stage.Me.Does("Transfer", "Ben");
                await Assertions.Expect(stage.Me.Dialog("Transfer to another meeting")).ToBeVisibleAsync();
            }),
            new("disconnect", async stage =>
            {
                await stage.Me.PutsDialogsAway();
                await stage.Me.Does("Disconnect", "Ben");
                await Assertions.Expect(stage.Me.Dialog("Disconnect Ben?")).ToBeVisibleAsync();
            }),
            new("roster-nobody-found", async stage =>
            {
                await stage.Me.PutsDialogsAway();
                await stage.Me.Writes("Search people", "Zacharias");
                await stage.Me.Sees("Nobody by that name is here.");
            }),
            new("chat", async stage =>
            {
                await stage.Me.Presses("Clear the search");
                await stage.Me.TurnsTo("Chat");
                await stage.Other(0).Say("Good morning! The minutes: https://example.org/a/rather/long/address/of/some/minutes/that/does/not/fit/on/one/line");
                await stage.Other(1).Say("Thank you.\nI read them on the way.");
                await stage.Me.Says("Shall we begin?");
                await stage.Me.Reads("Shall we begin?");
            }),
            new("events", async stage =>
            {
                await stage.Me.TurnsTo("Events");
                await stage.Me.Sees("Ben joined");
            }),
            FromMenu("layout", "Layout", "Layout"),
            FromMenu("invite", "Invite people", "Invitation"),
            FromMenu("dial", "Call somebody", "Add a participant"),
            FromMenu("statistics", "Connection and statistics", "Connection and statistics"),
            FromMenu("save", "Save chat and attendance", "Save to this device"),
            FromMenu("shortcuts", "Keyboard shortcuts", "Keyboard shortcuts"),
            FromMenu("settings-in-meeting", "Settings", "Settings"),
            FromMenu("end", "End for everybody", "End the meeting for everybody?"),
            FromMenu("breakouts-planned", "Breakout rooms", "Breakout rooms"),
            new("breakouts-open", async stage =>
            {
                await stage.Me.Presses("Open 2 rooms");
                await Assertions.Expect(stage.Me.Page.GetByLabel("Message to all rooms")).ToBeVisibleAsync();
                await Assertions.Expect(stage.Me.Page.GetByRole(AriaRole.Timer).First).ToBeVisibleAsync();
            })),
        new("Thirty people", Furniture.Open, false,
            new("meeting-of-thirty", async stage =>
            {
                await stage.OthersCome(29);
                await stage.Me.Enters(stage.Alias, "Ada");
                await Assertions.Expect(stage.Me.Tile("Cleo")).ToBeVisibleAsync();
            }),
            new("roster-of-thirty", async stage =>
            {
                await stage.Me.TurnsTo("People");
                await stage.Me.Sees("30 people");
            }),
            new("somebody-knocks", async stage =>
            {
                await stage.Me.Chooses("Lock the meeting");
                await stage.Me.Sees("Locked");
                await stage.OthersCome(1);
                await stage.Me.Sees("Person 30 is waiting");
            })),
        new("A guest", Furniture.Hosted, false,
            new("meeting-as-guest", async stage =>
            {
                await stage.OthersCome(1, Furniture.HostPin);
                await stage.Me.AsksInAsGuest(stage.Alias, "Gus");
                await stage.Me.IsInside();
            }),
            new("breakout-as-guest", async stage =>
            {
                await stage.Hears("onConferenceUpdate", new
                {
                    locked = false, guests_muted = false, started = true, breakout = true, breakout_name = "Room 1", breakout_guests_allowed_to_leave = true,
                    end_time = DateTimeOffset.UtcNow.AddMinutes(9).ToUnixTimeSeconds(),
                });
                await stage.Me.Sees("You are in Room 1");
            }),
            new("removed", async stage =>
            {
                var me = await stage.Me.Page.EvaluateAsync<string>("() => window.PEX.selfUUID");
                await stage.Other(0).Post($"participants/{me}/disconnect");
                await stage.Me.IsAt("You were removed from the meeting");
            }),
            new("ended", async stage =>
            {
                await stage.Me.Presses("Rejoin");
                await stage.Me.IsInside();
                await stage.Other(0).Post("disconnect");
                await stage.Me.IsAt("The meeting has ended");
            })),
    ];

    private static Screen FromMenu(string name, string entry, string title) => new(name, async stage =>
    {
        await stage.Me.PutsDialogsAway();
        await stage.Me.Chooses(entry);
        await Assertions.Expect(stage.Me.Dialog(title)).ToBeVisibleAsync();
    });
}
