namespace Plenum.Tests.Browsers;

/// <summary>Each thing that fails a browser test, done on purpose, so that none of the watchers is asleep.</summary>
[Collection(nameof(A_browser))]
public sealed class What_a_browser_is_watched_for(A_browser browser) : In_a_browser(browser)
{
    [Theory]
    [InlineData("() => new Promise(done => setTimeout(() => { setTimeout(done); throw new Error('out of chairs'); }))", "out of chairs")]
    [InlineData("() => console.error('the door sticks')", "the door sticks")]
    [InlineData("() => fetch('/webapp2/assets/nothing.js').then(answer => answer.text())", "404")]
    [InlineData("() => document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))", "Content Security Policy")]
    public async Task A_complaint_of_the_page_is_heard(string deed, string complaint)
    {
        var person = await Somebody();
        await person.Open("/webapp2/");
        await person.Page.EvaluateAsync(deed);
        Assert.Contains(complaint, Assert.Single(person.Complaints.Unexpected), StringComparison.Ordinal);
        person.Complaints.Expect(complaint);
        Assert.Empty(person.Complaints.Unexpected);
    }

    [Fact]
    public async Task A_complaint_that_was_expected_and_never_came_is_missed()
    {
        var person = await Somebody();
        await person.Open("/webapp2/");
        person.Complaints.Expect("the window sticks");
        Assert.Equal(["never came: the window sticks"], person.Complaints.Unexpected);
        await person.Page.EvaluateAsync("() => console.error('the window sticks')");
    }

    [Theory]
    [InlineData("<button></button>", "button-name")]
    [InlineData("<img src='/webapp2/icon.svg'>", "image-alt")]
    [InlineData("<p style='color:#ccc;background:#fff'>Pale</p>", "color-contrast")]
    public async Task Something_that_not_everybody_can_use_is_seen(string markup, string rule)
    {
        var person = await With(markup);
        var wrong = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => NothingIsWrong.ForEverybody(person.Page));
        Assert.Contains(rule, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p style='width:80px;overflow:hidden;white-space:nowrap'>A long line that is cut</p>")]
    [InlineData("<div style='height:10px;overflow:hidden'><p>Below the edge</p></div>")]
    [InlineData("<p style='width:2000px'>Wider than the page</p>")]
    [InlineData("<p style='position:fixed;left:1270px;white-space:nowrap'>Beside the page</p>")]
    public async Task Text_that_is_cut_off_is_seen(string markup)
    {
        var person = await With(markup);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => NothingIsWrong.WithTheText(person.Page));
    }

    [Theory]
    [InlineData("<p style='width:80px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis'>A long line that says so</p>")]
    [InlineData("<div style='height:10px;overflow:auto'><p>Below the edge</p></div>")]
    [InlineData("<p style='position:absolute;width:1px;height:1px;overflow:hidden'>For screen readers</p>")]
    [InlineData("<p>A line that fits</p>")]
    public async Task Text_that_is_there_to_be_read_is_not(string markup) => await NothingIsWrong.WithTheText((await With(markup)).Page);

    private async Task<Person> With(string markup)
    {
        var person = await Somebody();
        await person.Page.SetContentAsync($"<!doctype html><html lang=en><title>Sample</title><body><main>{markup}</main></body></html>");
        return person;
    }
}
