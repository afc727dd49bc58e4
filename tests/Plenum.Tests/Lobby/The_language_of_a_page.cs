using System.Net;
using System.Text.RegularExpressions;
using Plenum.Server.Lobby.Tongues;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

/// <summary>The pages that the server writes itself speak as their reader prefers.</summary>
[Collection(nameof(A_running_server))]
public sealed partial class The_language_of_a_page(A_running_server house)
{
    [Theory]
    [InlineData("/", "de", "<h1>An einer Besprechung teilnehmen</h1>")]
    [InlineData("/webapp2/", "de-AT,en;q=0.5", "<h1>An einer Besprechung teilnehmen</h1>")]
    [InlineData("/webapp2/conference/meet.demo", "es, fr;q=0.9, en;q=0.8", "<h1>Connexion à meet.demo…</h1>")]
    [InlineData("/webapp2/conference/meet.demo?language=fr", "de", "<h1>Connexion à meet.demo…</h1>")]
    [InlineData("/webapp2/invitation/meet.demo", "fr", "Vous êtes invité à")]
    [InlineData("/nowhere", "en;q=0.3, de;q=0.7", "<h1>Hier ist nichts</h1>")]
    [InlineData("/nowhere", "de;q=0, *", "<h1>There is nothing here</h1>")]
    [InlineData("/nowhere", "ru", "<h1>There is nothing here</h1>")]
    [InlineData("/nowhere", "!!, =;;q=x", "<h1>There is nothing here</h1>")]
    public async Task Is_its_reader_s(string address, string wish, string words)
    {
        var (page, vary) = await Open(address, wish);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("Accept-Language", vary);
        var spoken = words.Contains("nothing", StringComparison.Ordinal) ? "en" : words.Contains('à') ? "fr" : "de";
        Assert.Contains($"<html lang=\"{spoken}\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "<h1>Rejoindre une réunion</h1>")]
    [InlineData("/webapp2/", "<h1>Rejoindre une réunion</h1>")]
    [InlineData("/webapp2/invitation/meet.demo", "Vous êtes invité à")]
    [InlineData("/nowhere", "<h1>Il n’y a rien ici</h1>")]
    [InlineData("/nowhere?language=de", "<h1>Hier ist nichts</h1>")]
    public async Task Is_what_was_chosen_in_the_app_unless_the_address_names_another(string address, string words)
    {
        var (page, vary) = await Open(address, "en", chosen: "fr");
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("Cookie", vary);
    }

    [Fact]
    public async Task Is_its_reader_s_where_a_cookie_holds_what_no_language_is() =>
        Assert.Contains("<h1>Hier ist nichts</h1>", (await Open("/nowhere", "de", chosen: "<script>")).Page, StringComparison.Ordinal);

    [Fact]
    public async Task Is_also_that_of_the_mail_and_of_the_calendar()
    {
        Assert.Contains(Uri.EscapeDataString("Rejoindre la réunion :"), (await Open("/webapp2/invitation/meet.demo", "fr")).Page, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:An der Besprechung teilnehmen:", (await Open("/webapp2/invitation/meet.demo/meeting.ics?language=de", "fr")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_its_reader_s_when_something_broke()
    {
        await using var broken = await A_server_with_a_bug.Start();
        Assert.Contains("Bei uns ist etwas kaputtgegangen", WebUtility.HtmlDecode(await broken.Page("de")), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_word_of_its_own_for_each_that_the_pages_say_and_no_other()
    {
        var said = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Plenum.Server", "Lobby"), "*.*", SearchOption.AllDirectories)
            .SelectMany(file => Said().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(said);
        Assert.Equal(said, German.Words.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(said, French.Words.Keys.Order(StringComparer.Ordinal));
    }

    private async Task<(string Page, IEnumerable<string> Vary)> Open(string address, string wish, string? chosen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", wish);
        if (chosen is not null) request.Headers.TryAddWithoutValidation("Cookie", $"other=1; {Tongue.Cookie}={chosen}");
        using var answer = await house.Http.SendAsync(request);
        return (WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.Headers.Vary);
    }

    [GeneratedRegex("""[Ww]ords\["([^"]+)"[,\]]""")]
    private static partial Regex Said();
}
