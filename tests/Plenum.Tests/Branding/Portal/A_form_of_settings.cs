using System.Diagnostics;
using Plenum.Server.Branding.Forms;

namespace Plenum.Tests.Branding.Portal;

public sealed class A_form_of_settings
{
    [Fact]
    public void Has_a_field_for_each_setting_in_the_order_of_the_package_file()
    {
        var (schema, findings) = A_phone_book.Read();
        Assert.Empty(findings);
        Assert.Equal(["title", "server", "owner", "tint", "code", "most", "ratio", "loud", "order", "words", "days", "entries", "token"], schema.Fields.Select(field => field.Name));
        Assert.Equal(
            [typeof(TextField), typeof(TextField), typeof(TextField), typeof(TextField), typeof(TextField), typeof(NumberField), typeof(NumberField), typeof(FlagField), typeof(ChoiceField), typeof(ListField), typeof(ListField), typeof(RowsField), typeof(TextField)],
            schema.Fields.Select(field => field.GetType()));
        Assert.Equal(["title", "server"], schema.Fields.Where(field => field.Required).Select(field => field.Name));
        Assert.Equal("token", Assert.Single(schema.Secrets).Name);
        Assert.Equal("Heading", schema.Fields[0].Title);
        Assert.Equal("Above the list", schema.Fields[0].Description);
    }

    [Theory]
    [InlineData("{\"type\": \"string\", \"contentEncoding\": \"x\"}", "does not know the keyword \"contentEncoding\" of it")]
    [InlineData("{\"type\": \"string\", \"format\": \"date\"}", "the formats are uri, email, color")]
    [InlineData("{\"type\": \"string\", \"pattern\": \"(?=a)b\"}", "looks around itself")]
    [InlineData("{\"type\": \"string\", \"pattern\": \"(a)\\\\1\"}", "looks around itself or back")]
    [InlineData("{\"type\": \"string\", \"pattern\": \"(\"}", "no regular expression")]
    [InlineData("{\"type\": \"string\", \"pattern\": \"((a{999}){999}){999}\"}", "more than 1000 times")]
    [InlineData("{\"type\": \"string\", \"minLength\": -1}", "a whole number from 0")]
    [InlineData("{\"type\": \"integer\", \"minimum\": \"3\"}", "it is no number")]
    [InlineData("{\"type\": \"integer\", \"default\": 1.5}", "does not fit it")]
    [InlineData("{\"type\": \"integer\", \"multipleOf\": 5}", "\"multipleOf\"")]
    [InlineData("{\"type\": \"string\", \"writeOnly\": true, \"default\": \"abc\"}", "for all to read")]
    public void Names_what_it_ignores_and_has_the_field_all_the_same(string setting, string said)
    {
        var (schema, findings) = A_phone_book.Only(setting);
        Assert.Contains(said, Assert.Single(findings).Message, StringComparison.Ordinal);
        Assert.Null(Assert.Single(schema.Fields).Default);
    }

    [Theory]
    [InlineData("{\"type\": \"object\", \"properties\": {}}", "nothing for the type object")]
    [InlineData("{\"type\": [\"string\", \"null\"]}", "a single word")]
    [InlineData("{\"title\": \"x\"}", "its type is missing")]
    [InlineData("7", "an object in curly brackets")]
    [InlineData("{\"enum\": []}", "up to 200")]
    [InlineData("{\"enum\": [{}]}", "up to 200")]
    [InlineData("{\"type\": \"array\"}", "described by \"items\"")]
    [InlineData("{\"type\": \"array\", \"items\": {\"type\": \"array\"}}", "texts or objects")]
    [InlineData("{\"type\": \"boolean\", \"writeOnly\": true}", "\"writeOnly\"")]
    public void Has_no_field_where_it_would_have_to_guess(string setting, string said)
    {
        var (schema, findings) = A_phone_book.Only(setting);
        Assert.Contains(findings, finding => finding.Message.Contains(said, StringComparison.Ordinal) && finding.Line is not null);
        Assert.Empty(schema.Fields);
    }

    [Fact]
    public void Never_has_a_secret_in_a_table() =>
        Assert.DoesNotContain(
            A_phone_book.Only("""{"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}, "pin": {"type": "string", "writeOnly": true}}}}""").Schema.Fields.OfType<RowsField>().Single().Fields,
            field => field.Name == "pin");

    [Theory]
    [InlineData("\"__proto__\"")]
    [InlineData("\"<b>\"")]
    [InlineData("\"\"")]
    [InlineData("\"a\\u0007\"")]
    public void Has_no_field_with_a_name_that_harms(string name)
    {
        var (schema, findings) = A_phone_book.Read($$"""{"properties": { {{name}}: {"type": "string"} } }""");
        Assert.Empty(schema.Fields);
        Assert.Single(findings);
    }

    [Fact]
    public void Shows_the_first_hundred_of_too_many()
    {
        var (schema, findings) = A_phone_book.Read($$"""{"properties": { {{string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"s{number}\": {{\"type\": \"string\"}}"))}} } }""");
        Assert.Equal(100, schema.Fields.Count);
        Assert.Contains("5000 settings", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_made_of_what_is_no_object()
    {
        Assert.Empty(A_phone_book.Read("[]").Schema.Fields);
        Assert.Empty(A_phone_book.Read("""{"type": "string"}""").Schema.Fields);
        Assert.Empty(A_phone_book.Read("""{"properties": 5}""").Schema.Fields);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|a)*b")]
    [InlineData("(.*,){200}P")]
    [InlineData("((((a{10}){10}){10}))*b")]
    public void Does_not_burn_by_a_pattern(string pattern)
    {
        var began = Stopwatch.GetTimestamp();
        TextPattern.Of(pattern).Pattern?.Fits(new string('a', TextField.Longest));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(3));
    }
}
