using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins;

/// <summary>What people do about plugins.</summary>
internal static class Listing
{
    /// <summary>For this person the branding lists only these.</summary>
    public static Task Finds(this Person person, params IReadOnlyList<(string Plugin, bool Enabled)> plugins)
    {
        var listed = string.Join(',', plugins.Select(one => $$"""{"id":"{{one.Plugin}}","srcURL":"plugins/{{one.Plugin}}/plugin.json","enabled":{{(one.Enabled ? "true" : "false")}}}"""));
        return person.Page.Context.RouteAsync(
            "**/custom_configuration/settings.json",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = $$"""{"plugins":[{{listed}}]}""" }));
    }

    public static async Task OpensPlugins(this Person person)
    {
        await person.Chooses("Settings");
        await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins", Exact = true }).ClickAsync();
        await Assertions.Expect(person.Page.Locator("section.card").First).ToBeVisibleAsync();
    }
}
