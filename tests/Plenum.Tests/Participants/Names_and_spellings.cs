using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Tests.Participants;

public sealed class Names_and_spellings
{
    [Theory]
    [InlineData("meet.demo", "meet.demo")]
    [InlineData("Meet.DEMO", "meet.demo")]
    [InlineData("anna@example.org", "anna@example.org")]
    [InlineData("приём", "приём")]
    [InlineData("a", "a")]
    public void An_alias_is_what_people_type_in_small_letters(string text, string alias) =>
        Assert.Equal(alias, ConferenceAlias.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a\u0000")]
    [InlineData("a\"b")]
    [InlineData("<a>")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a%20b")]
    [InlineData("a\u202eb")]
    [InlineData("a\u200bb")]
    [InlineData("a\n")]
    [InlineData("\ud83d\ude00")]
    public void Nothing_else_is_an_alias(string? text) => Assert.False(ConferenceAlias.TryParse(text, null, out _));

    [Fact]
    public void An_alias_has_250_characters_at_most()
    {
        Assert.True(ConferenceAlias.TryParse(new string('a', 250), null, out _));
        Assert.False(ConferenceAlias.TryParse(new string('a', 251), null, out _));
    }

    [Theory]
    [InlineData("chair", Role.Host)]
    [InlineData("CHAIR", Role.Host)]
    [InlineData("host", Role.Host)]
    [InlineData("HOST", Role.Host)]
    [InlineData("guest", Role.Guest)]
    [InlineData("Guest", Role.Guest)]
    [InlineData("GUEST", Role.Guest)]
    public void Every_spelling_of_a_role_is_understood(string text, Role role) => Assert.Equal(role, RoleSpelling.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("admin")]
    [InlineData("chair ")]
    [InlineData("1")]
    public void No_other_word_is_a_role(string? text) => Assert.Null(RoleSpelling.Read(text));

    [Theory]
    [InlineData(Role.Host, "chair", "HOST")]
    [InlineData(Role.Guest, "guest", "GUEST")]
    public void A_role_is_written_as_each_place_expects_it(Role role, string inRoster, string inToken) =>
        Assert.Equal((inRoster, inToken), (role.Chair(), role.Upper()));

    [Theory]
    [InlineData("Ann", "Ann")]
    [InlineData("  Ann  ", "Ann")]
    [InlineData("An\u0000n", "Ann")]
    [InlineData("An\nn", "Ann")]
    [InlineData("An\u2028n", "Ann")]
    [InlineData("\u202eAnn", "Ann")]
    [InlineData("An\u2066n", "Ann")]
    [InlineData("\u200eAnn", "Ann")]
    [InlineData("Zoë 👩‍💻", "Zoë 👩‍💻")]
    [InlineData("", "")]
    [InlineData("\u0007", "")]
    public void A_name_holds_nothing_that_moves_the_text_around_it(string text, string name) => Assert.Equal(name, DisplayName.Clean(text));

    [Fact]
    public void Half_a_character_is_no_character() => Assert.Equal("A\ufffd", DisplayName.Clean("A" + '\ud83d'));

    [Fact]
    public void A_name_is_cut_at_its_limit() => Assert.Equal(DisplayName.Longest, DisplayName.Clean(new string('x', 5000)).Length);

    [Fact]
    public void A_name_is_never_cut_within_a_character() =>
        Assert.Equal(new string('x', 99), DisplayName.Clean(new string('x', 99) + "😀"));
}
