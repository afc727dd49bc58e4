namespace Plenum.Tests.House;

/// <summary>Each rule, held against something bad, so that none of them is asleep.</summary>
public sealed class The_rules_of_the_house
{
    [Fact]
    public void A_source_of_300_lines_is_too_long()
    {
        Assert.NotNull(TextRules.TooLong(Source(string.Concat(Enumerable.Repeat("x\n", 300)))));
        Assert.Null(TextRules.TooLong(Source(string.Concat(Enumerable.Repeat("x\n", 299)))));
    }

    [Theory]
    [InlineData("public sealed class ConferenceManager")]
    [InlineData("internal static class PathHelpers")]
    [InlineData("public sealed record ParticipantInfo(int X);")]
    [InlineData("abstract class BaseDoor")]
    [InlineData("export interface RosterData {")]
    [InlineData("sealed class MailService")]
    public void A_vague_name_is_found(string text) => Assert.Single(NamingRules.VagueNames(Source(text)));

    [Theory]
    [InlineData("public abstract class Database")]
    [InlineData("public sealed record Baseline")]
    [InlineData("public sealed class Informant")]
    public void A_word_that_only_begins_like_one_is_not(string text) => Assert.Empty(NamingRules.VagueNames(Source(text)));

    [Fact]
    public void A_namespace_that_is_not_its_folder_is_found()
    {
        Assert.NotNull(NamingRules.WrongNamespace(new("src/Plenum.Server/Chat/Line.cs", "namespace Plenum.Server;\n"), "src/Plenum.Server"));
        Assert.Null(NamingRules.WrongNamespace(new("src/Plenum.Server/Chat/Line.cs", "namespace Plenum.Server.Chat;\n"), "src/Plenum.Server"));
    }

    [Fact]
    public void An_unsealed_class_is_found_unless_somebody_inherits_it()
    {
        const string open = "public class Door\n{\n}\n";
        Assert.Single(NamingRules.Unsealed(Source(open), open));
        Assert.Empty(NamingRules.Unsealed(Source(open), open + "sealed class Gate : Door\n"));
        Assert.Empty(NamingRules.Unsealed(Source("public sealed class Door"), ""));
    }

    [Theory]
    [InlineData("// TODO later")]
    [InlineData("throw new NotImplementedException();")]
    public void Something_left_for_later_is_found(string text) => Assert.Single(TextRules.Unfinished(Source(text)));

    [Fact]
    public void A_region_is_found() => Assert.Single(TextRules.Regions(Source("    #region Doors")));

    [Theory]
    [InlineData("    // door.Open();")]
    [InlineData("// if (open) {")]
    public void Commented_out_code_is_found(string text) => Assert.Single(TextRules.CommentedOut(Source(text)));

    [Fact]
    public void A_reason_in_a_comment_is_not_code() => Assert.Empty(TextRules.CommentedOut(Source("// The door sticks in winter; nobody knows why.")));

    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("catch (IOException)\n{\n}")]
    [InlineData("catch (IOException e) when (e.HResult == 1) { }")]
    public void A_swallowed_fault_is_found(string text) => Assert.NotNull(TextRules.SwallowedFault(Source(text)));

    [Theory]
    [InlineData("src/web/connect/src/RosterHelper.svelte")]
    [InlineData("src/web/meeting/src/utils.ts")]
    [InlineData("src/web/meeting/src/stream-utils.ts")]
    [InlineData("src/Plenum.Server/Lobby/BasePage.razor")]
    public void A_vague_file_name_is_found(string path) => Assert.NotNull(NamingRules.VagueFile(new(path, "")));

    [Theory]
    [InlineData("src/web/meeting/src/baseline.ts")]
    [InlineData("src/web/connect/src/Roster.svelte")]
    public void A_file_name_that_only_begins_like_one_is_not(string path) => Assert.Null(NamingRules.VagueFile(new(path, "")));

    private static SourceFile Source(string text) => new("src/Plenum.Server/Sample.cs", text);
}
