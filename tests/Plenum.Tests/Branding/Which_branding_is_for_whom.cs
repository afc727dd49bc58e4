using System.Net;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;

namespace Plenum.Tests.Branding;

/// <summary>The rules, as an administrator sets them at the page.</summary>
public sealed class Which_branding_is_for_whom(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    [Fact]
    public async Task Is_said_line_by_line_and_the_first_line_that_fits_counts()
    {
        using var admin = Administration.Of(house.Server);
        var board = await admin.Conference(new { groups = new[] { "board" } });
        var (group, host) = (await house.Admin.Id(Packages.Of("for-the-board")), await house.Admin.Id(Packages.Of("for-a-host")));
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);

        var saved = await Save(desk, [("", "", "Board", group), ("brand.example", "", "", host), ("", "", "", "default")]);
        Assert.Equal((HttpStatusCode.OK, "/admin/branding/rules?done=saved"), (saved.Status, saved.Address));
        Assert.Equal([group, host], await Brandings());
        Assert.Contains(group, await house.Base($"/webapp2/conference/{board.Alias}", "brand.example"), StringComparison.Ordinal);
        Assert.Contains(host, await house.Base("/webapp2/", "brand.example"), StringComparison.Ordinal);

        await Save(desk, [("", "", "board", group), ("brand.example", "", "", host)], ("up", "1"));
        Assert.Equal([host, group], await Brandings());
        Assert.Contains(host, await house.Base($"/webapp2/conference/{board.Alias}", "brand.example"), StringComparison.Ordinal);

        await Save(desk, [("brand.example", "", "", host), ("", "", "board", group)], ("remove", "0"));
        Assert.Equal([group], await Brandings());
    }

    [Theory]
    [InlineData("https://brand.example/", "", "", "default", "Rule 1.host is a host name")]
    [InlineData("", "a b", "", "default", "Rule 1.conference is an alias")]
    [InlineData("", "", "a b", "default", "A group is 1 to 50 letters")]
    [InlineData("brand.example", "", "", "0123456789abcdef", "is the id of a branding that is here")]
    public async Task Stays_as_it_was_when_a_line_cannot_be(string host, string conference, string group, string branding, string said)
    {
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);
        var before = await Brandings();

        var answer = await Save(desk, [(host, conference, group, branding)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Brandings());
    }

    [Theory]
    [InlineData("""{"groups": ["a b"]}""", "groups[0]")]
    [InlineData("""{"groups": ["", "x"]}""", "groups[0]")]
    [InlineData("""{"groups": null}""", "groups")]
    [InlineData("""{"groups": "sales"}""", "groups")]
    public async Task Needs_groups_that_have_a_name(string body, string member)
    {
        using var admin = Administration.Of(house.Server);
        var made = await admin.Conference();
        var refused = await admin.Refused(HttpMethod.Patch, $"conferences/{made.Id}", body);
        Assert.Equal((422, member), (refused.Status, refused.Member));
    }

    [Fact]
    public async Task Is_found_again_by_the_group_of_a_conference()
    {
        using var admin = Administration.Of(house.Server);
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);
        var alias = $"lab-{Guid.NewGuid():N}";
        await desk.Press("conferences/new", new()
        {
            ["name"] = "Laboratory",
            ["aliases"] = alias,
            ["groups"] = "Research, west",
            ["kind"] = "Room",
            ["participantLimit"] = "10",
            ["waitingMinutes"] = "5",
            ["graceWithoutHostSeconds"] = "60",
        });

        var found = Assert.Single((await admin.Get("conferences?search=RESEARCH"))["items"]!.AsArray());

        Assert.Equal(["research", "west"], found!["groups"]!.AsArray().Select(group => (string)group!));
        Assert.Contains("in research, west", (await desk.Open("conferences?search=west")).Text, StringComparison.Ordinal);
        Assert.Contains("research (1)", (await desk.Open("branding/rules")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Save(A_desk desk, (string Host, string Conference, string Group, string Branding)[] lines, params (string Name, string Value)[] pressed)
    {
        var fields = lines.SelectMany(line => new[] { ("host", line.Host), ("conference", line.Conference), ("group", line.Group), ("branding", line.Branding) }).Concat(pressed).Append(("seal", await desk.Seal()));
        return await desk.SendAll("branding/rules", fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }

    private async Task<IEnumerable<string>> Brandings() =>
        (await house.Admin.Send(HttpMethod.Get, "branding-plan"))["rules"]!.AsArray().Select(rule => (string)rule!["branding"]!);
}
