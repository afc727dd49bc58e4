using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;

namespace Plenum.Tests.People;

public sealed class What_is_kept_of_somebody(A_house_with_a_file house) : PeoplePromises(house), IClassFixture<A_house_with_a_file>
{
    [Fact]
    public async Task Is_erased_at_the_page_once_the_name_is_typed()
    {
        using var admin = Administration.Of(Server);
        await Meet(admin, "Yolanda <b>");
        using var desk = await A_desk.SignedIn(Server, "admin", Server.AdminPassword);

        var found = await desk.Open("people?search=yolanda");
        var person = await desk.Open("people/person?name=Yolanda%20%3Cb%3E");
        var wrong = await desk.Press("people/erase", new() { ["name"] = "Yolanda <b>", ["confirm"] = "Yolanda" });
        var done = await desk.Press("people/erase", new() { ["name"] = "Yolanda <b>", ["confirm"] = "Yolanda <b>" });

        Assert.Contains("Yolanda <b>", found.Text, StringComparison.Ordinal);
        Assert.Contains("Type the name to erase it", person.Text, StringComparison.Ordinal);
        Assert.Contains("Type the name exactly as it stands above.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Erased: 1 appearances in meetings", done.Text, StringComparison.Ordinal);
        Assert.Empty(await Stored("Yolanda"));
    }

    [Fact]
    public async Task Is_for_owners_alone()
    {
        using var admin = Administration.Of(Server);
        using var editor = Administration.WithKey(Server, (string)(await admin.Post("api-keys", new { name = "an editor", rank = "editor" }))["key"]!);
        foreach (var path in (string[])["people?search=anna", "people/traces?name=anna", "people/export?name=anna"]) Assert.Equal(403, (await editor.Refused(HttpMethod.Get, path)).Status);
        Assert.Equal(403, (await editor.Refused(HttpMethod.Post, "people/erase", new { name = "anna", confirm = "anna" })).Status);
        Assert.Equal(422, (await admin.Refused(HttpMethod.Get, "people?search=x")).Status);
        Assert.Equal(422, (await admin.Refused(HttpMethod.Get, "people/traces")).Status);
    }
}

public sealed class What_is_kept_of_somebody_in_PostgreSQL(A_house_with_PostgreSQL house)
    : PeoplePromises(house), IClassFixture<A_house_with_PostgreSQL>;
