using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>For whom plugins are: markers in the control menu, each for one platform or one role.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Platforms_and_roles(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    private static readonly string[] Platforms = ["web", "electron", "ios", "android"];

    [Sentence("v22-075 connect-075")]
    public async Task A_plugin_for_other_platforms_is_told_to_be_so() =>
        await Assertions.Expect((await Card(Hanna, "on-electron")).Locator(".state")).ToHaveTextAsync("Not for this platform");

    [Sentence("v22-076 connect-076")]
    public Task The_web_app_uses_the_plugin_for_the_web() => IsFor(Hanna, "web");

    [Sentence("v22-077 connect-077")]
    public Task The_desktop_client_uses_the_plugin_for_electron() => SomebodyOn("electron");

    [Sentence("v22-078 connect-078")]
    public Task The_client_for_iOS_uses_the_plugin_for_it() => SomebodyOn("ios");

    [Sentence("v22-079 connect-079")]
    public Task The_client_for_Android_uses_the_plugin_for_it() => SomebodyOn("android");

    [Sentence("v22-080 connect-080")]
    public async Task A_plugin_comes_and_goes_with_the_role_that_it_is_for()
    {
        var guest = await Somebody("Otto");
        await Offers(guest, "for-guests", but: "for-hosts");
        await (await Vera()).Post($"participants/{await Read<string>(guest, "PEX.selfUUID")}/role", new { role = "chair" });
        await Offers(guest, "for-hosts", but: "for-guests");
        await guest.Leave();
    }

    [Sentence("v22-081 connect-081")]
    public Task A_host_has_the_plugin_for_hosts() => Offers(Hanna, "for-hosts", but: "for-guests");

    [Sentence("v22-082 connect-082")]
    public Task A_guest_has_the_plugin_for_guests() => Offers(Gus, "for-guests", but: "for-hosts");

    private async Task<Person> Somebody(string name, string more = "")
    {
        var person = await (await Two.Somebody()).Enters(Two.Alias, name, $"&pin=none{more}");
        await Assertions.Expect(person.Tool("A star")).ToBeVisibleAsync();
        return person;
    }

    private async Task SomebodyOn(string platform)
    {
        var person = await Somebody("Petra", $"&platform={platform}");
        await IsFor(person, platform);
        await person.Leave();
    }

    private static async Task IsFor(Person person, string platform)
    {
        await OpensMore(person);
        foreach (var other in Platforms)
            await Assertions.Expect(person.Entry($"Marker on-{other}")).ToHaveCountAsync(other == platform ? 1 : 0);
        await person.PutsMenusAway();
    }

    private static async Task Offers(Person person, string marker, string but)
    {
        await OpensMore(person);
        await Assertions.Expect(person.Entry($"Marker {marker}")).ToBeVisibleAsync();
        await Assertions.Expect(person.Entry($"Marker {but}")).ToHaveCountAsync(0);
        await person.PutsMenusAway();
    }
}
