using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.People;

/// <summary>What must be true of one person's data, whichever database it lies in.</summary>
public abstract class PeoplePromises(A_house_of_names house) : IAsyncLifetime
{
    private const string Letter = "a letter to her alone", Line = "a line for everybody", Answer = "what somebody else wrote";

    private protected PlenumProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await house.Server;

    [Fact]
    public async Task Is_shown_handed_out_and_erased()
    {
        using var admin = Administration.Of(Server);
        var made = await Meet(admin, "Zenobia Quill");
        Assert.Contains((await admin.Get("people?search=nobia%20q")).AsArray(), one => (string)one!["name"]! == "Zenobia Quill" && (int)one["appearances"]! == 1);

        var counts = (await admin.Get("people/traces?name=zenobia%20quill"))["counts"]!;
        Assert.Equal((1, 1, 1), ((int)counts["appearances in meetings"]!, (int)counts["chat lines"]!, (int)counts["direct messages"]!));
        var file = await (await admin.Send(HttpMethod.Get, "people/export?name=Zenobia%20Quill")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Line, file, StringComparison.Ordinal);
        Assert.Contains(Letter, file, StringComparison.Ordinal);
        Assert.DoesNotContain(Answer, file, StringComparison.Ordinal);

        Assert.Equal("confirm", (await admin.Refused(HttpMethod.Post, "people/erase", new { name = "Zenobia Quill", confirm = "zenobia quill" })).Member);
        await admin.Post("people/erase", new { name = "Zenobia Quill", confirm = "Zenobia Quill" });

        Assert.Empty((await admin.Get("people?search=zenobia")).AsArray());
        Assert.Empty(await Stored("Zenobia"));
        Assert.Empty(await Stored(Line));
        Assert.Empty(await Stored(Letter));
        Assert.NotEmpty(await Stored(Answer));
        Assert.Equal(404, (await admin.Refused(HttpMethod.Post, "people/erase", new { name = "Zenobia Quill", confirm = "Zenobia Quill" })).Status);
        Assert.Contains(
            (await admin.Get("audit?search=person%20erased"))["items"]!.AsArray(),
            line => ((string)line!["detail"]!).Contains("1 chat lines", StringComparison.Ordinal) && (string)line["target"]! == "personal data");
        await GoesOn(admin, made);
    }

    [Fact]
    public async Task Stays_while_they_are_in_a_meeting()
    {
        using var admin = Administration.Of(Server);
        var made = await admin.Conference();
        using var here = await Caller.Join(Server, made.Alias, "Ottokar");
        var refused = await admin.Refused(HttpMethod.Post, "people/erase", new { name = "Ottokar", confirm = "Ottokar" });
        Assert.Equal(409, refused.Status);
        Assert.Contains("at this moment", refused.Detail, StringComparison.Ordinal);
        Assert.NotEmpty(await Stored("Ottokar"));
    }

    [Fact]
    public async Task Takes_an_account_along_but_neither_ones_own_nor_the_first()
    {
        using var admin = Administration.Of(Server);
        var grace = (string)(await admin.Post("accounts", new { name = "grace.hopper", rank = "owner" }))["password"]!;
        await admin.Post("registrations", new { alias = "desk-of-grace", userName = "grace.hopper", password = "a long password" });
        using var desk = await A_desk.SignedIn(Server, "grace.hopper", grace);
        using var self = Administration.With(Server, "grace.hopper", grace);

        var key = (string)(await admin.Post("api-keys", new { name = "grace.hopper" }))["id"]!;
        await admin.Delete($"api-keys/{key}");
        await admin.Delete("registrations/desk-of-grace");
        Assert.Equal(409, (await self.Refused(HttpMethod.Post, "people/erase", new { name = "grace.hopper", confirm = "grace.hopper" })).Status);
        await admin.Post("people/erase", new { name = "grace.hopper", confirm = "grace.hopper" });

        Assert.StartsWith("/admin/sign-in", (await desk.Open("")).Address, StringComparison.Ordinal);
        Assert.DoesNotContain((await admin.Get("registrations")).AsArray(), one => (string)one!["userName"]! == "grace.hopper");
        foreach (var aside in (string[])["registrations/removed", "api-keys/removed"]) Assert.DoesNotContain("grace", (await admin.Get(aside)).ToJsonString(), StringComparison.Ordinal);
        await admin.Post("accounts", new { name = "ada.lovelace", rank = "viewer" });
        await admin.Delete("accounts/ada.lovelace");
        Assert.Equal(1, (int)(await admin.Get("people/traces?name=ada.lovelace"))["counts"]!["accounts"]!);
        await admin.Post("people/erase", new { name = "ada.lovelace", confirm = "ada.lovelace" });
        Assert.DoesNotContain("ada", (await admin.Get("accounts/removed")).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains((await admin.Get("audit?search=account%20opened"))["items"]!.AsArray(), line => (string)line!["target"]! == "erased person");
        Assert.Equal(409, (await admin.Refused(HttpMethod.Post, "people/erase", new { name = "admin", confirm = "admin" })).Status);
        Assert.NotEmpty((await admin.Get("accounts")).AsArray());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A meeting that somebody of that name was in, wrote in, and left, with Ben who stays a little longer.</summary>
    private protected async Task<Listed> Meet(Administration admin, string name)
    {
        var made = await admin.Conference();
        using var ben = await Caller.Join(Server, made.Alias, "Ben");
        using var person = await Caller.Join(Server, made.Alias, name);
        await person.Post("message", new { type = "text/plain", payload = Line });
        await ben.Post($"participants/{person.Uuid}/message", new { type = "text/plain", payload = Letter });
        await ben.Post("message", new { type = "text/plain", payload = Answer });
        await person.Post("release_token");
        await ben.Post("release_token");
        return made;
    }

    /// <summary>The log is whole: its story can be read, and people meet in it again, also after a start from nothing but the log.</summary>
    private async Task GoesOn(Administration admin, Listed made)
    {
        var meeting = Assert.Single((await admin.Get($"conferences/{made.Id}/meetings"))["items"]!.AsArray());
        using var desk = await A_desk.SignedIn(Server, "admin", Server.AdminPassword);
        var story = await desk.Open($"conferences/{made.Id}/meetings/{(string)meeting!["id"]!}");
        Assert.Contains("erased person left", story.Text, StringComparison.Ordinal);
        Assert.Contains("Ben wrote to everybody", story.Text, StringComparison.Ordinal);
        await Server.Restart();
        using var again = await Caller.Join(Server, made.Alias, "Cleo");
        Assert.Single(await again.Roster());
    }

    private protected Task<IReadOnlyList<string>> Stored(string text) => house.Stored(text);
}
