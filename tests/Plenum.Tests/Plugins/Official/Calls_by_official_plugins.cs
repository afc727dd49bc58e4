using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Official;

/// <summary>Recording, directory and transfer: who is called into the meeting, and who is sent out of it.</summary>
[Collection(nameof(OfficialCollection))]
public sealed class Calls_by_official_plugins(Two_with_the_official_plugins two) : With_the_official_plugins(two)
{
    [Fact]
    public async Task Recording_calls_the_recorder_says_so_in_the_chat_and_ends_it()
    {
        await Hanna.Tool("Start recording").ClickAsync();
        await Assertions.Expect(Hanna.Tool("Stop recording")).ToBeVisibleAsync();
        await Gus.SeesInRoster("The recorder");
        await Gus.TurnsTo("Chat");
        await Gus.Reads("We are being recorded.");
        await Hanna.Tool("Stop recording").ClickAsync();
        await Assertions.Expect(Hanna.Tool("Start recording")).ToBeVisibleAsync();
        await Gus.TurnsTo("People");
        await Gus.MissesInRoster("The recorder");
        await Assertions.Expect(Gus.Tool("Start recording")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Recording_that_another_host_began_is_seen_and_ended_here()
    {
        var vera = await Visits("Vera", Furniture.HostPin);
        var called = (await vera.Post("dial", new { destination = "demo:recorder", protocol = "rtmp", role = "GUEST", streaming = "yes" })).Result[0].GetString();
        await Hanna.Tool("Stop recording").ClickAsync();
        await Assertions.Expect(Hanna.Tool("Start recording")).ToBeVisibleAsync();
        Assert.DoesNotContain(called!, (await vera.Get("participants")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_without_a_fixed_recorder_asks_and_says_why_nothing_came_of_it()
    {
        var harry = await Two.Harry();
        await harry.Tool("Start recording").ClickAsync();
        var dialog = harry.Dialog("Start recording");
        var field = dialog.GetByLabel("Address of the recorder");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.FillAsync("sip:<b>nobody@nowhere.invalid");
        await field.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nobody could be called at sip:<b>nobody@nowhere.invalid by rtmp.");
        await field.FillAsync("demo:reject-<i>it");
        await harry.PressesIn(dialog, "Start recording");
        await Assertions.Expect(harry.Dialog("The recording did not start")).ToContainTextAsync("demo:reject-<i>it was called and did not take the call.");
    }

    [Fact]
    public async Task Directory_finds_people_without_their_accents_and_calls_them()
    {
        await Hanna.Chooses("Phone book");
        var dialog = Hanna.Dialog("Phone book");
        var search = dialog.GetByRole(AriaRole.Searchbox);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await search.FillAsync("lisbon jose");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await search.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByText("José García is in the meeting.")).ToBeVisibleAsync();
        await Gus.SeesInRoster("José García");
        await Is(await Visits("Vera", Furniture.HostPin), "José García (simulated)", one => one.GetProperty("role").GetString() == "guest");
    }

    [Fact]
    public async Task Directory_says_who_did_not_answer_and_who_cannot_be_called()
    {
        const string Typed = "demo:\"<i>typed";
        await Hanna.Chooses("Phone book");
        var dialog = Hanna.Dialog("Phone book");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Call Busy Bob" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("Busy Bob did not take the call.")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Call Far away" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("Far away cannot be called.")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync(Typed);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem)).ToContainTextAsync(Typed);
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Call {Typed} as typed" }).ClickAsync();
        await Gus.SeesInRoster(Typed);
    }

    [Fact]
    public async Task Transfer_says_that_there_is_no_such_meeting_and_sends_somebody_to_one_that_is()
    {
        const string Tess = "Tess <b>& Co";
        var tess = await Two.Somebody();
        await Two.AsGuest(tess, Tess);
        await Hanna.Does("Send to another meeting", Tess);
        var dialog = Hanna.Dialog($"Where to send {Tess}?");
        await dialog.GetByLabel("Meeting", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Another meeting" });
        var alias = dialog.GetByLabel("Alias of the other meeting");
        await Assertions.Expect(alias).ToBeFocusedAsync();
        await alias.FillAsync("no.such.<b>meeting");
        await alias.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("There is no meeting no.such.<b>meeting.");

        await dialog.GetByLabel("Meeting", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "The <other> \"room\"" });
        await Hanna.PressesIn(dialog, "Send");
        await Hanna.MissesInRoster(Tess);
        await using var heard = await (await Visitor.Join(Two.Http, Two_with_the_official_plugins.Elsewhere, "Vera")).Listen();
        await tess.SeesInRoster("Vera");
        Assert.DoesNotContain(tess.Asked, asked => asked.Url.StartsWith(Two_with_the_official_plugins.Survey, StringComparison.Ordinal));
        await tess.Leave();
    }
}
