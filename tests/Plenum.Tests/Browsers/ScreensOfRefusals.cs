using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The part of the list of screens on the way in: what the door asks for, and every reason to be refused.</summary>
internal static class ScreensOfRefusals
{
    public static readonly Scene[] All =
    [
        new("At a door that refuses", Furniture.Open, false,
            new("entering", async stage =>
            {
                await stage.TheDoorSaysNothing();
                await stage.Opens(TheApp.LinkTo(stage.Alias, "Ada"));
                await stage.Me.Sees("This takes a moment.");
            }),
            new("reception-extension", async stage =>
            {
                await stage.TheDoorSays(new { conference_extension = "required", conference_extension_type = "standard" });
                await stage.Opens(TheApp.LinkTo(stage.Alias, "Ada"));
                await stage.Me.IsAt("Who would you like to reach?");
            }),
            new("maintenance", async stage =>
            {
                await stage.TheDoorSays("The server is in maintenance mode");
                await stage.Me.Writes("Meeting or extension", "meet.demo");
                await stage.Me.Presses("Continue");
                await stage.Me.IsAt("Closed for maintenance");
            }),
            Refusal("too-fast", "Too many attempts, slow down", "Too many attempts"),
            Refusal("waited-too-long", "Timeout waiting for conference host to join or permit access to locked conference", "Nobody came to let you in"),
            Refusal("refused", "It is a Sunday", "The meeting could not be joined"),
            Refusal("pin-retries", "Participant exceeded PIN entry retries", "Too many wrong PINs")),
    ];

    private static Screen Refusal(string name, string said, string title) => new(name, async stage =>
    {
        await stage.TheDoorSays(said);
        await stage.Me.Presses("Try again");
        await stage.Me.IsAt(title);
    });
}
