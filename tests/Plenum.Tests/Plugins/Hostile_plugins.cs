using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>The hostile corpus in a real browser and a real meeting: whatever one of them does, it is named, and everything else goes on.</summary>
[Collection(nameof(PluginsCollection))]
public sealed class Hostile_plugins(A_browser browser, Brandings brandings) : In_a_browser(browser), IClassFixture<Brandings>
{
    /// <summary>One second, in beats of the page's clock: a busy machine holds both up.</summary>
    private const int Second = 10;

    public static TheoryData<string> Everyone => [.. Hostile.ThatGoOn.Select(one => one.Plugin)];

    [Fact]
    public async Task Are_named_at_once_while_the_good_one_and_the_meeting_go_on()
    {
        var server = await brandings.Serving("hostile");
        using var meeting = await A_meeting_beside_plugins.Of(await SomebodyAt(server), server, Furniture.Open.Alias(7), Hostile.ThatGoOn);
        // What only shows when time has passed passes it beside the others.
        var patient = Hostile.ThatGoOn.Where(one => one.Patience).ToArray();
        var waiting = Task.WhenAll(patient.Select(meeting.Provoke));
        foreach (var one in Hostile.ThatGoOn.Except(patient))
        {
            var named = await meeting.Provoke(one);
            TestContext.Current.TestOutputHelper?.WriteLine($"{one}: named after {named.Milliseconds:0} ms");
            Assert.True(named.Beats <= Second, $"{one} was named only after {named.Beats} beats");
            await meeting.IsMarked(one);
            await meeting.GoesOn();
            await meeting.Ends(one);
        }

        await waiting;
        foreach (var one in patient)
        {
            await meeting.IsMarked(one);
            await meeting.Ends(one);
        }

        await meeting.GoesOn();
    }

    [Theory]
    [Trait("Form", "long")]
    [MemberData(nameof(Everyone))]
    public async Task Are_named_within_a_second_and_keep_nobody_waiting_for_a_tenth(string plugin)
    {
        var one = Hostile.All.Single(other => other.Plugin == plugin);
        var server = await brandings.Serving("hostile");
        using var meeting = await A_meeting_beside_plugins.Of(await SomebodyAt(server), server, Furniture.Open.Alias(8), one);
        var work = await WorkOfThePage.Watch(meeting.Page);

        var named = await meeting.Provoke(one);
        await meeting.IsMarked(one);
        await meeting.GoesOn();
        await meeting.Ends(one);
        var longest = (await work.OfTheHost()).DefaultIfEmpty().Max();

        TestContext.Current.TestOutputHelper?.WriteLine($"named after {named.Milliseconds:0} ms; the host's own part in the longest task: {longest:0} ms");
        Assert.InRange(named.Milliseconds, 0, one.Patience ? 5000 : 1000);
        Assert.InRange(longest, 0, 100);
    }

    [Fact]
    public async Task Stand_side_by_side_and_are_told_to_the_administrator()
    {
        string[] hostile = ["03-throws-in-load", "20-unhandled-rejection", "21-throws-after-await", "41-breaks-arrays"];
        var person = await SomebodyAt(await brandings.Serving("hostile"));
        foreach (var one in Hostile.All.Where(one => hostile.Contains(one.Plugin) && one.Complaint is not null)) person.Complaints.Expect(one.Complaint!);
        await person.Finds([.. hostile.Select(plugin => (plugin, true)), ("good", true)]);
        await person.Enters(Furniture.Open.Alias(5), "Hector");

        await person.Toolbar().GetByRole(AriaRole.Button, new() { NameRegex = new("^good \\d+ 0$") }).ClickAsync();
        await Assertions.Expect(person.Toolbar().GetByRole(AriaRole.Button, new() { NameRegex = new("^good \\d+ 1$") })).ToBeVisibleAsync();

        using var admin = Administration.Of(await brandings.Server("hostile"));
        foreach (var plugin in hostile)
            await Until.Holds(async () => Assert.NotEmpty((await admin.Get($"plugin-faults?plugin={plugin}")).AsArray()));
    }
}
