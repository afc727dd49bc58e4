using System.Net;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>Dialogs in the styles of both versions, and how they look.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Dialogs_of_plugins(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    [Sentence("v22-180 connect-180")]
    public async Task OpenTemplateDialog_shows_a_dialog_to_whoever_asked_and_to_nobody_else()
    {
        await Opens("Dialog without then", "Without then");
        await Assertions.Expect(Gus.Dialog("Without then")).ToHaveCountAsync(0);
    }

    [Sentence("v22-181 connect-181")]
    public async Task Styles_in_the_body_and_classes_of_the_app_both_count()
    {
        var dialog = await Opens("Styled dialog", "Styled");
        await Assertions.Expect(dialog.Locator("#inline")).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        Assert.NotEqual(await Background(dialog, "#plain"), await Background(dialog, "#green"));
    }

    [Sentence("v22-182 connect-182")]
    public async Task The_styles_of_the_app_are_read_at_their_address()
    {
        using var answer = await Two.Http.GetAsync("/webapp2/app.css");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        var styles = await answer.Content.ReadAsStringAsync();
        foreach (var name in (string[])[".dialog-button", ".green-action-button", ".blue-action-button", ".pex-text-input"]) Assert.Contains(name, styles, StringComparison.Ordinal);
    }

    [Sentence("v22-183 connect-183")]
    public async Task Dialog_button_and_green_action_button_make_a_green_button()
    {
        var dialog = await Opens("Styled dialog", "Styled");
        var colour = (await Background(dialog, "#green")).Split('(', ',', ')').Skip(1).Take(3).Select(float.Parse).ToArray();
        Assert.True(colour[1] > colour[0] && colour[1] > colour[2], $"Not green: {string.Join(' ', colour)}");
    }

    [Sentence("v22-184 connect-184")]
    public async Task A_text_field_with_the_class_of_the_app_is_not_a_bare_one()
    {
        var dialog = await Opens("Styled dialog", "Styled");
        Task<string> Look(string field) => dialog.Locator(field).EvaluateAsync<string>("one => [getComputedStyle(one).padding, getComputedStyle(one).borderRadius].join()");
        Assert.NotEqual(await Look("#bare-field"), await Look("#field"));
    }

    [Sentence("v22-201 connect-201")]
    public async Task A_dialog_has_the_title_and_the_body_that_were_given()
    {
        var dialog = await Opens("Do something", "Title");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "Title" })).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Do Something" })).ToBeVisibleAsync();
    }

    [Sentence("v22-202 connect-202")]
    public async Task The_body_is_markup()
    {
        var dialog = await Opens("Control the layout", "Layout control");
        await Assertions.Expect(dialog.Locator("div > button.dialog-button.blue-action-button")).ToHaveCountAsync(2);
        await Assertions.Expect(dialog).Not.ToContainTextAsync("<button");
    }

    [Sentence("v22-203 connect-203")]
    public async Task Handlers_written_into_the_body_run()
    {
        var dialog = await Opens("Control the layout", "Layout control");
        var request = await Asks(Hanna, "/transform_layout", () => Hanna.PressesIn(dialog, "Equal"));
        Assert.Equal("""{"transforms":{"layout":"4:0"}}""", request.PostData);
    }

    [Sentence("v22-204 connect-204")]
    public async Task What_then_does_finds_the_dialog_there()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.bodyInThen; }");
        await Opens("Do something", "Title");
        await Holds(Hanna, "guide.bodyInThen === 'Do Something'");
    }

    [Sentence("v22-207 connect-206")]
    public Task The_example_with_then_hears_of_its_closing() => TellsOfClosing("Do something", "Title");

    [Sentence("v22-223 connect-222 v22-258")]
    public async Task What_opening_returns_is_waited_for_like_a_promise()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.bodyAtOnce; }");
        await Opens("Dialog of version 22", "Version 22");
        await Holds(Hanna, "guide.bodyAtOnce === 'Btn'");
    }

    [Sentence("v22-225 connect-224")]
    public async Task Close_of_a_dialog_is_told_once_and_not_before()
    {
        await Hanna.Page.EvaluateAsync("() => { guide.closed = []; }");
        await Opens("Do something", "Title");
        Assert.Equal(0, await Read<int>(Hanna, "guide.closed.length"));
        await Hanna.Page.Keyboard.PressAsync("Escape");
        await Holds(Hanna, "guide.closed.join() === 'Title'");
    }

    [Sentence("v22-227 v22-259")]
    public async Task What_opening_returns_is_subscribed_to_as_in_version_21()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.bodyInViewInit; }");
        await Opens("Dialog of version 21", "Version 21");
        await Holds(Hanna, "guide.bodyInViewInit === 'Btn'");
    }

    [Sentence("v22-252")]
    public Task The_example_of_version_21_hears_of_its_closing() => TellsOfClosing("Dialog of version 21", "Version 21");

    [Sentence("v22-253")]
    public async Task In_then_the_body_is_there_at_once()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.bodyAtOnce; }");
        await Opens("Dialog of version 22", "Version 22");
        await Holds(Hanna, "guide.bodyAtOnce === 'Btn'");
    }

    [Sentence("v22-254")]
    public Task The_example_of_version_22_hears_of_its_closing() => TellsOfClosing("Dialog of version 22", "Version 22");

    [Sentence("v22-255")]
    public async Task Close_of_the_reference_closes_the_dialog()
    {
        var dialog = await Opens("Dialog of version 22", "Version 22");
        await Hanna.PressesIn(dialog, "Btn");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    [Sentence("v22-256")]
    public async Task Without_then_the_dialog_opens_all_the_same()
    {
        var dialog = await Opens("Dialog without then", "Without then");
        await Assertions.Expect(dialog).ToContainTextAsync("...");
    }

    private async Task<ILocator> Opens(string entry, string title)
    {
        await Hanna.Chooses(entry);
        var dialog = Hanna.Dialog(title);
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        return dialog;
    }

    private async Task TellsOfClosing(string entry, string title)
    {
        await Hanna.Page.EvaluateAsync("() => { guide.closed = []; }");
        var dialog = await Opens(entry, title);
        await Hanna.PressesIn(dialog, "Close");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Holds(Hanna, "guide.closed.join() === given", title);
    }

    private static Task<string> Background(ILocator dialog, string button) =>
        dialog.Locator(button).EvaluateAsync<string>("one => { const c = document.createElement('canvas').getContext('2d'); c.fillStyle = getComputedStyle(one).backgroundColor; c.fillRect(0, 0, 1, 1); return `rgb(${[...c.getImageData(0, 0, 1, 1).data].slice(0, 3).join()})`; }");
}
