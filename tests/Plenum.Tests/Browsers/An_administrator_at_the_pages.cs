using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>An administrator's day, by the pages alone; every page serves everybody on every screen.</summary>
[Collection(nameof(ScreensCollection))]
public sealed class An_administrator_at_the_pages(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task Makes_a_conference_deletes_it_and_takes_that_back()
    {
        var alias = $"weekly-{Guid.NewGuid():N}";
        var admin = await SignedIn();
        await admin.Open("/admin/conferences/new");
        await admin.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Weekly");
        await admin.Writes("Aliases", $"{alias}\n{Furniture.Open.Alias(0)}");
        await admin.Writes("Host PIN", "2468");
        admin.Complaints.Expect("409");
        await admin.Presses("Make it");
        await admin.Sees($"The alias {Furniture.Open.Alias(0)} belongs to another conference; choose another one.");
        await Assertions.Expect(admin.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Weekly");

        await admin.Writes("Aliases", alias);
        await admin.Writes("Host PIN", "2468");
        await admin.Presses("Make it");
        await admin.Sees("Saved.");
        await House.Join(alias, "Hanna", "2468");

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await admin.Presses("Delete");
        await admin.Sees("The conference is deleted.");
        await admin.Presses("Undo");
        await admin.Sees("The conference is back, with its PINs.");
        await House.Join(alias, "Hanna", "2468");
    }

    [Fact]
    public async Task Watches_a_meeting_change_and_mutes_somebody_in_it()
    {
        var alias = House.Take(Furniture.Open);
        var ben = await House.Join(alias, "Ben");
        await using var heard = await ben.Listen();
        var admin = await SignedIn();
        await admin.Open("/admin/conferences?search=" + alias);
        await admin.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Running meeting and history" }).ClickAsync();
        await admin.Sees("Ben");

        await House.Join(alias, "Cleo");
        await admin.Sees("Cleo");
        await admin.Presses("Mute: Ben");
        await heard.Until("participant_update", update => update.GetProperty("uuid").GetString() == ben.Id && update.GetProperty("is_muted").GetString() == "YES");
        admin.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await admin.Presses("Remove: Cleo");
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: Cleo" })).ToHaveCountAsync(0);

        await admin.Page.Locator(".admin-list a").First.ClickAsync();
        await admin.Sees("Ben was muted");
        await admin.Sees("by admin (administrator)");
    }

    [Fact]
    public async Task Opens_an_account_whose_password_is_shown_once_and_takes_back_that_it_was_closed()
    {
        var name = $"grace-{Guid.NewGuid():N}"[..20];
        var admin = await SignedIn();
        await admin.Open("/admin/accounts");
        await admin.Writes("Open an account named", name);
        await admin.Page.GetByLabel("Rank", new() { Exact = true }).SelectOptionAsync("viewer");
        await admin.Presses("Open it");
        var password = await admin.Page.Locator(".admin-secret code").TextContentAsync();

        var grace = await Somebody();
        await SignIn(grace, name, password!);
        await Assertions.Expect(grace.Page.GetByRole(AriaRole.Link, new() { Name = "Accounts and keys" })).ToHaveCountAsync(0);
        grace.Complaints.Expect("403");
        await grace.Open("/admin/accounts");
        await grace.Sees("This needs the rank owner");

        await admin.Open("/admin/accounts");
        await Assertions.Expect(admin.Page.GetByText(password!)).ToHaveCountAsync(0);
        admin.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await admin.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await admin.Sees("The account is closed.");
        await admin.Presses("Undo");
        await admin.Sees("The account is back, with its password and rank.");
    }

    [Fact]
    public async Task Finds_every_page_usable_on_every_screen()
    {
        var admin = await SignedIn();
        var alias = House.Take(Furniture.Open);
        await House.Join(alias, "Dr. Maximiliane Freifrau von Hohenstein-Rothenburg");
        await admin.Open("/admin/conferences?search=" + alias);
        await admin.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await admin.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        var conference = new Uri(admin.Page.Url).AbsolutePath;
        var running = conference.Replace("conferences", "live", StringComparison.Ordinal);
        await admin.Open(running);
        var story = await admin.Page.Locator(".admin-list a").First.GetAttributeAsync("href");
        var wrong = new List<string>();
        foreach (var (name, path) in new[]
        {
            ("admin-overview", "/admin/"), ("admin-conferences", "/admin/conferences"), ("admin-conference", conference), ("admin-delete", conference + "/delete"),
            ("admin-running", running), ("admin-story", story!), ("admin-plugins", "/admin/plugins"), ("admin-branding", "/admin/branding"), ("admin-branding-default", "/admin/branding/default"), ("admin-ui-plugins", "/admin/ui-plugins"), ("admin-listeners", "/admin/listeners"), ("admin-runs", "/admin/script-runs"), ("admin-logs", "/admin/script-logs"),
            ("admin-signing", "/admin/signing"), ("admin-accounts", "/admin/accounts"), ("admin-audit", "/admin/audit"), ("admin-people", "/admin/people?search=max"), ("admin-person", "/admin/people/person?name=Dr.%20Maximiliane%20Freifrau%20von%20Hohenstein-Rothenburg"),
            ("admin-retention", "/admin/retention"), ("admin-support", "/admin/support"), ("admin-settings", "/admin/settings"), ("admin-branding-rules", "/admin/branding/rules"), ("admin-sign-in", "/admin/sign-in"),
        })
        {
            foreach (var look in Screens.Keep ? Look.All : Look.InTurn(name))
            {
                await admin.Sit(look);
                await admin.Open(path);
                wrong.AddRange((await NothingIsWrong.Of(admin.Page)).Select(what => $"{name} on {look.Name}: {what}"));
                if (Screens.Keep && (look == Look.Desktop || look == Look.PhoneDark)) await Screens.Photograph(admin.Page, $"{name}-{look.Name}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private async Task<Person> SignedIn()
    {
        var admin = await Somebody();
        await SignIn(admin, "admin", House.Server.AdminPassword);
        return admin;
    }

    private static async Task SignIn(Person person, string name, string password)
    {
        await person.Open("/admin/");
        await person.Writes("Name", name);
        await person.Writes("Password", password);
        await person.Presses("Sign in");
        await person.IsAt("Overview");
    }
}
