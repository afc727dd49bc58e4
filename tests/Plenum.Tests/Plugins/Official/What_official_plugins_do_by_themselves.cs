using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Official;

/// <summary>Raised hands, keywords, the beginning and the end of a meeting; and that nothing stays of any plugin.</summary>
[Collection(nameof(OfficialCollection))]
public sealed class What_official_plugins_do_by_themselves(Two_with_the_official_plugins two) : With_the_official_plugins(two)
{
    [Fact]
    public async Task A_keyword_raises_the_hand_of_whoever_writes_it_and_hosts_are_told_and_lower_it()
    {
        await Gus.TurnsTo("Chat");
        await Gus.Says("!hand");
        var note = Hanna.Page.GetByRole(AriaRole.Log, new() { Name = "Raised hands" });
        await Assertions.Expect(note).ToContainTextAsync($"{GusName} raised a hand");
        await Assertions.Expect(Gus.Page.GetByRole(AriaRole.Log, new() { Name = "Raised hands" })).ToHaveCountAsync(0);
        await Hanna.PressesIn(note, "Lower the hand");
        await Assertions.Expect(note).ToBeEmptyAsync();
        await Hanna.SeesNoMark(GusName, "Hand raised");
    }

    [Fact]
    public async Task Whoever_was_muted_by_a_keyword_and_raises_a_hand_is_let_speak_from_the_note()
    {
        var vera = await Visits("Vera");
        var (hannas, own) = (await Visits("Otto", Furniture.HostPin), vera.Id);
        await vera.Say("what nonsense!");
        await Is(hannas, "Vera", one => one.GetProperty("is_muted").GetString() == "YES");
        await vera.Post($"participants/{own}/buzz");
        var note = Hanna.Page.GetByRole(AriaRole.Log, new() { Name = "Raised hands" });
        await Hanna.PressesIn(note, "Let speak");
        await Is(hannas, "Vera", one => one.GetProperty("is_muted").GetString() == "NO" && one.GetProperty("buzz_time").GetDouble() == 0);
        await Assertions.Expect(note).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_keyword_is_answered_once_and_a_host_s_opens_a_dialog_at_the_others()
    {
        await Gus.TurnsTo("Chat");
        await Gus.Says("!note of a guest");
        await Gus.Says("!help");
        await Gus.Reads($"Ask {GusName}, or write !hand.");
        await Hanna.TurnsTo("Chat");
        await Hanna.Says("!note everybody");
        var dialog = Gus.Dialog("Message of Hanna");
        await Assertions.Expect(dialog).ToContainTextAsync("A <b>note</b> by Hanna");
        await Gus.PressesIn(dialog.Locator(".buttons"), "Close");
        await Assertions.Expect(Gus.Messages().GetByText($"Ask {GusName}, or write !hand.", new() { Exact = true })).ToHaveCountAsync(1);
        await Assertions.Expect(Hanna.Page.Locator(".pex-dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Guests_start_muted_and_whoever_leaves_is_led_to_the_survey()
    {
        const string Tess = "Tess";
        var tess = await Two.Somebody();
        await Two.AsGuest(tess, Tess);
        var vera = await Visits("Vera", Furniture.HostPin);
        await Is(vera, Tess, one => one.GetProperty("is_client_muted").GetBoolean() && one.GetProperty("is_video_muted").GetBoolean());
        await Is(vera, "Hanna", one => !one.GetProperty("is_client_muted").GetBoolean());

        await tess.Page.RouteAsync($"{Two_with_the_official_plugins.Survey}**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>How was it?</h1>" }));
        await tess.Tool("Leave").ClickAsync();
        await Assertions.Expect(tess.Page).ToHaveURLAsync($"{Two_with_the_official_plugins.Survey}?room={Two.Alias}&as=guest");
        await Hanna.MissesInRoster(Tess);
        await tess.Leave();
    }

    [Fact]
    public async Task They_speak_the_language_of_the_page_as_soon_as_it_changes()
    {
        foreach (var (language, label) in (IEnumerable<(string, string)>)[("fr", "Lancer l’enregistrement"), ("de", "Aufnahme starten"), ("en", "Start recording")])
        {
            await Hanna.Page.EvaluateAsync("language => { document.documentElement.lang = language; }", language);
            await Assertions.Expect(Hanna.Tool(label)).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Nothing_of_any_of_them_stays_when_it_is_turned_off_and_all_come_back()
    {
        var harry = await Two.Harry();
        await harry.Chooses("Settings");
        await harry.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        var cards = harry.Page.Locator("section.card");
        await Assertions.Expect(cards.Locator(".state[data-state=loaded]")).ToHaveCountAsync(OfficialPlugins.Names.Count);
        var holding = cards.Filter(new() { HasText = "Holds:" });
        await Assertions.Expect(holding).Not.ToHaveCountAsync(0);
        foreach (var use in await cards.GetByRole(AriaRole.Switch).AllAsync()) await use.SetCheckedAsync(false);
        await Assertions.Expect(cards.Locator(".state[data-state=disabled]")).ToHaveCountAsync(OfficialPlugins.Names.Count);
        await Assertions.Expect(holding).ToHaveCountAsync(0);
        await Assertions.Expect(cards.Locator(".problem")).ToHaveCountAsync(0);
        await Assertions.Expect(harry.Page.Locator(".raise-hand-notes")).ToHaveCountAsync(0);
        await harry.PutsDialogsAway();
        await Assertions.Expect(harry.Tool("Start recording")).ToHaveCountAsync(0);
        await harry.Tool("More").ClickAsync();
        await Assertions.Expect(harry.Entry("Settings")).ToBeVisibleAsync();
        foreach (var entry in (string[])["Phone book", "Control the layout", "Screenshot of the videos"]) await Assertions.Expect(harry.Entry(entry)).ToHaveCountAsync(0);
        await harry.Entry("Settings").ClickAsync();
        await harry.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        await Assertions.Expect(cards.Locator(".state[data-state=disabled]")).ToHaveCountAsync(OfficialPlugins.Names.Count);
        foreach (var use in await cards.GetByRole(AriaRole.Switch).AllAsync()) await use.SetCheckedAsync(true);
        await Assertions.Expect(cards.Locator(".state[data-state=loaded]")).ToHaveCountAsync(OfficialPlugins.Names.Count);
        await harry.PutsDialogsAway();
        await Assertions.Expect(harry.Tool("Start recording")).ToBeVisibleAsync();
    }
}
