using Microsoft.Playwright;
using Plenum.Tests.Lobby;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The part of the list of screens that people see before they are inside.</summary>
internal static class ScreensBeforeMeetings
{
    public static readonly Scene[] All =
    [
        new("The server's own pages", Furniture.Open, false,
            new("front-page", stage => stage.Opens("/")),
            new("invitation-page", stage => stage.Opens("/webapp2/invitation/meet.demo")),
            new("documentation", stage => stage.Opens("/docs/running")),
            new("not-found-page", async stage =>
            {
                stage.Me.Complaints.Expect("404");
                await stage.Opens("/nowhere");
            }),
            new("error-page", async stage =>
            {
                stage.Me.Complaints.Expect("500");
                await using var broken = await A_server_with_a_bug.Start();
                var page = await broken.Page();
                await stage.Me.Page.RouteAsync("**/broken", route => route.FulfillAsync(new() { Status = 500, ContentType = "text/html", Body = page }));
                await stage.Opens("/broken");
                await stage.Me.IsAt("Something broke on our side");
            }),
            new("first-paint", async stage =>
            {
                stage.Me.Complaints.MayHear("Failed to load resource");
                await stage.Me.Page.RouteAsync("**/*", route => route.Request.ResourceType == "script" ? route.AbortAsync() : route.FallbackAsync());
                await stage.Opens("/webapp2/");
                await stage.Me.IsAt("Join a meeting");
            }),
            new("first-paint-of-meeting", stage => stage.Opens($"/webapp2/conference/{stage.Alias}"))),
        new("Without script", Furniture.Open, false,
            new("landing-without-script", stage => stage.OpensWithoutScript("/webapp2/")),
            new("meeting-without-script", async stage =>
            {
                await stage.OpensWithoutScript($"/webapp2/conference/{stage.Alias}");
                await stage.Me.Page.Locator(".lobby-noscript").WaitForAsync();
            })),
        new("Before a meeting", Furniture.Open, false,
            new("landing", stage => stage.Opens("/webapp2/")),
            new("landing-in-contrast", stage => stage.Wears("contrast")),
            new("landing-wrong-name", async stage =>
            {
                await stage.Wears("system");
                await stage.Me.Writes("Meeting name or link", "not a name at all / ?");
                await stage.Me.Presses("Continue");
                await stage.Me.Sees("That does not look like a meeting name.");
            }),
            new("settings-devices", async stage =>
            {
                await stage.Opens("/webapp2/settings");
                await stage.Me.IsAt("Settings");
            }),
            Settings("Appearance"), Settings("Sounds"), Settings("Keyboard"), Settings("Plugins"),
            new("preview-without-devices", async stage =>
            {
                await stage.Opens($"/webapp2/conference/{stage.Alias}");
                await stage.Me.Sees("No microphone and no camera were found.");
            }),
            new("preview-without-name", async stage =>
            {
                await stage.Me.Presses("Join without microphone and camera");
                await stage.Me.Sees("Type a name, so that the others know who you are.");
            }),
            new("unreachable", async stage =>
            {
                stage.Me.Complaints.MayHear("Failed to load resource");
                await stage.Me.Writes("Your name", "Ada");
                stage.Cable.Pull();
                await stage.Me.Presses("Join without microphone and camera");
                await stage.Me.IsAt("The server cannot be reached");
            }),
            new("not-found", async stage =>
            {
                stage.Me.Complaints.MayHear("40");
                stage.Cable.Plug();
                await stage.Opens(TheApp.LinkTo("meet.nowhere", "Ada"));
                await stage.Me.IsAt("No meeting by that name");
            })),
        new("The preview", Furniture.Open, true,
            new("preview", async stage =>
            {
                await stage.Opens($"/webapp2/conference/{stage.Alias}");
                await Assertions.Expect(stage.Me.Page.GetByRole(AriaRole.Button, new() { Name = "Turn camera off" })).ToBeVisibleAsync();
            }),
            new("preview-devices", stage => stage.Me.Presses("Choose devices")),
            new("preview-denied", async stage =>
            {
                // The browser with pretended devices never asks, so it is made to answer as one does whose user said no.
                await stage.Me.Page.AddInitScriptAsync("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))");
                await stage.Opens($"/webapp2/conference/{stage.Alias}");
                await stage.Me.Sees("Click the icon beside the address");
            })),
        new("The doors of a hosted meeting", Furniture.Hosted, false,
            new("pin-or-guest", async stage =>
            {
                stage.Me.Complaints.MayHear("403");
                await stage.Opens(TheApp.LinkTo(stage.Alias, "Ada"));
                await stage.Me.IsAt("Are you a host?");
            }),
            new("pin-missing", async stage =>
            {
                await stage.Me.Presses("Join as a host");
                await stage.Me.Sees("Type the PIN first.");
            }),
            new("pin-wrong", async stage =>
            {
                await stage.Me.Writes("Host PIN", "0000");
                await stage.Me.Presses("Join as a host");
                await stage.Me.Sees("That PIN is not right.");
            }),
            new("waiting-for-host", async stage =>
            {
                await stage.Me.Presses("Join as a guest");
                await stage.Me.IsAt("Waiting for the host");
            })),
        new("A PIN for all", Furniture.BothPins, false,
            new Screen("pin", async stage =>
            {
                stage.Me.Complaints.MayHear("403");
                await stage.Opens(TheApp.LinkTo(stage.Alias, "Ada"));
                await stage.Me.IsAt("This meeting has a PIN");
            })),
        new("A locked meeting", Furniture.Open, false,
            new Screen("waiting-locked", async stage =>
            {
                await stage.OthersCome(1);
                await stage.Other(0).Post("lock");
                await stage.Opens(TheApp.LinkTo(stage.Alias, "Ada"));
                await stage.Me.IsAt("The meeting is locked");
            })),
        new("A full meeting", Furniture.ForOne, false,
            new Screen("full", async stage =>
            {
                stage.Me.Complaints.MayHear("403");
                await stage.OthersCome(1);
                await stage.Opens(TheApp.LinkTo(stage.Alias, "Ada"));
                await stage.Me.IsAt("The meeting is full");
            })),
    ];

    private static Screen Settings(string page) => new($"settings-{page.ToLowerInvariant()}", stage => stage.Me.Page.GetByRole(AriaRole.Tab, new() { Name = page }).ClickAsync());
}
