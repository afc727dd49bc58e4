using System.Text.RegularExpressions;
using Plenum.Tests.Browsers;
using Plenum.Tests.Plugins;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Security;

[Collection(nameof(A_browser))]
public sealed class A_plugin_that_calls_another_site(A_browser browser, A_server_to_brand branded) : In_a_browser(browser), IClassFixture<A_server_to_brand>
{
    [Fact]
    public async Task May_is_kept_from_it_and_is_allowed_by_one_press()
    {
        using var site = new Another_site();
        await branded.Admin.Activate(await branded.Admin.Id(Calling(site)));
        var anna = await SomebodyAt(branded.Server.Address);
        anna.Complaints.MayHear("");
        await anna.Enters(Furniture.Open.Alias(1), "Anna");
        await anna.Page.WaitForFunctionAsync("() => window.answer === 'from another site'");

        var admin = await SomebodyAt(branded.Server.Address);
        await SignIn(admin);
        await admin.Open("/admin/plugins");
        await admin.Sees("may reach any site, because this plugin is open: Mark");
        await admin.Page.Locator(".admin-sites summary").ClickAsync();
        await admin.Page.GetByLabel("Close Mark").CheckAsync();
        await admin.Presses("Save sites of Mark");
        await admin.Sees("they reach this server alone.");

        // Whoever came before keeps the page that they have.
        await anna.Page.EvaluateAsync("() => { window.answer = ''; window.call(); }");
        await anna.Page.WaitForFunctionAsync("() => window.answer === 'from another site'");
        await anna.Enters(Furniture.Open.Alias(1), "Anna");
        await anna.Page.WaitForFunctionAsync("() => window.answer === 'blocked'");
        await anna.LooksAtPlugins();
        await anna.Sees($"It was not allowed to use {site.Origin}, so something of it may be missing. Your administrator can allow that.");

        await Until.Holds(async () =>
        {
            var told = Assert.Single((await branded.Admin.Send(HttpMethod.Get, "blocked-calls?plugin=mark")).AsArray())!;
            Assert.Equal((1, 1), ((int)told["times"]!, (int)told["pages"]!));
        });
        await admin.Open("/admin/plugins");
        await admin.Sees("call (connect-src), 1 time, on 1 page");
        await admin.Page.Locator(".admin-sites summary").ClickAsync();
        foreach (var look in Screens.Keep ? Look.All : Look.Opposites)
        {
            await admin.Sit(look);
            Assert.Empty(await NothingIsWrong.Of(admin.Page));
            if (Screens.Keep) await Screens.Photograph(admin.Page, $"admin-blocked-{look.Name}");
        }
        await admin.Sit(Look.Desktop);
        await admin.Presses($"Allow for this plugin: {site.Origin}, mark");
        await admin.Sees("allowed by now");
        await anna.Enters(Furniture.Open.Alias(1), "Anna");
        await anna.Page.WaitForFunctionAsync("() => window.answer === 'from another site'");
    }

    [Fact]
    public async Task Runs_the_script_that_is_in_store_and_no_other()
    {
        await branded.Admin.Activate(await branded.Admin.Id(Packages.Of("whole")));
        var anna = await SomebodyAt(branded.Server.Address);
        await anna.Enters(Furniture.Open.Alias(2), "Anna");
        await anna.Page.WaitForFunctionAsync("() => window.mark === 'whole'");
        var wanted = await anna.Page.EvaluateAsync<string>("() => document.querySelector('script[src$=\"mark.plugin.js\"]').integrity");
        Assert.StartsWith("sha384-", wanted, StringComparison.Ordinal);

        var ben = await SomebodyAt(branded.Server.Address);
        ben.Complaints.MayHear("");
        await ben.Page.RouteAsync(new Regex("mark\\.plugin\\.js$"), async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("'whole'", "'other'", StringComparison.Ordinal) });
        });
        await ben.Enters(Furniture.Open.Alias(2), "Ben");
        await ben.LooksAtPlugins();
        await ben.Sees("it is not the file that the server has in store, so the browser refuses to run it");
        Assert.Null(await ben.Page.EvaluateAsync<string?>("window.mark ?? null"));
    }

    private static byte[] Calling(Another_site site) => Packages.Of("calling", ("plugins/mark/mark.plugin.js", $$"""
        window.call = () => fetch('{{site.Origin}}/phone-book?secret=1').then((answer) => answer.text(), () => 'blocked').then((text) => { window.answer = text; });
        window.PEX.pluginAPI.registerPlugin({ id: 'mark', load: () => { window.call(); }, unload: () => {} });
        """));

    private async Task SignIn(Person admin)
    {
        await admin.Open("/admin/");
        await admin.Writes("Name", "admin");
        await admin.Writes("Password", branded.Server.AdminPassword);
        await admin.Presses("Sign in");
        await admin.Sees("Branding");
    }
}
