using System.Text.Json;
using System.Text.Unicode;

namespace Plenum.Server.Branding.Checking;

/// <summary>A value of a JSON file, and the line on which it stands.</summary>
internal sealed record LocatedJson(JsonValueKind Kind, int Line, string Text, IReadOnlyDictionary<string, LocatedJson> Members, IReadOnlyList<LocatedJson> Items)
{
    private const int Deepest = 64;
    private const int Longest = 1024 * 1024;
    private const int MostValues = 50_000;

    private static readonly Dictionary<string, LocatedJson> NoMembers = [];

    public bool Is(JsonValueKind kind) => Kind == kind;

    public LocatedJson? this[string member] => Members.GetValueOrDefault(member);

    /// <summary>The line of a member, or of what should have it.</summary>
    public int LineOf(string member) => this[member]?.Line ?? Line;

    /// <summary>The value of a file; null when it is none, and then the findings say why.</summary>
    public static LocatedJson? Read(string file, byte[] bytes, Findings findings)
    {
        if (bytes.Length > Longest) return Refuse(null, $"has {bytes.Length / 1024} KB; a file that describes has at most {Longest / 1024} KB");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Refuse(1, "is UTF-16; save it as UTF-8");
        var text = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (!Utf8.IsValid(text)) return Refuse(null, "is not UTF-8; save it as UTF-8");
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            reader.Read();
            var parsing = new Parsing(file, findings, new Lines(text.ToArray()));
            var value = parsing.Value(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException broken)
        {
            return Refuse((int?)broken.LineNumber + 1, $"is not JSON: {Explained(broken.Message)}");
        }
        catch (InvalidOperationException)
        {
            return Refuse(null, "has a text with half a character (a lone surrogate); write the character itself");
        }

        LocatedJson? Refuse(int? line, string why)
        {
            findings.Error(file, line, $"{file} {why}.");
            return null;
        }
    }

    private static string Explained(string message) => message switch
    {
        _ when message.Contains("trailing comma", StringComparison.Ordinal) => "a comma too many before the closing bracket; remove it",
        _ when message.Contains("depth of", StringComparison.Ordinal) => $"it is nested deeper than {Deepest} levels",
        _ when message.Contains("Expected depth to be zero", StringComparison.Ordinal) || message.Contains("Expected end of", StringComparison.Ordinal) => "it ends too early: a closing bracket or quote is missing",
        _ when message.Contains("did not contain any JSON", StringComparison.Ordinal) => "it is empty",
        _ when message.Contains("is invalid after a value", StringComparison.Ordinal) => $"a comma or a closing bracket is missing ({Short(message)})",
        _ when message.Contains("Expected a '\"'", StringComparison.Ordinal) => $"a name in double quotes is missing ({Short(message)})",
        _ when message.Contains("after a single JSON value", StringComparison.Ordinal) => "nothing may follow the last closing bracket",
        _ => Short(message),
    };

    private static string Short(string message) => message.Split(" LineNumber:")[0].Split(" Change the reader")[0].TrimEnd('.');

    private sealed class Lines(byte[] text)
    {
        private int _line = 1;
        private long _counted;

        public int At(long place)
        {
            for (; _counted < place; _counted++) if (text[_counted] == (byte)'\n') _line++;
            return _line;
        }
    }

    private sealed class Parsing(string file, Findings findings, Lines lines)
    {
        private int _values;

        public LocatedJson Value(ref Utf8JsonReader reader)
        {
            if (++_values > MostValues) throw new JsonException($"it has more than {MostValues} values");
            var line = lines.At(reader.TokenStartIndex);
            return reader.TokenType switch
            {
                JsonTokenType.StartObject => new LocatedJson(JsonValueKind.Object, line, "", Members(ref reader), []),
                JsonTokenType.StartArray => new LocatedJson(JsonValueKind.Array, line, "", NoMembers, Items(ref reader)),
                JsonTokenType.String => new LocatedJson(JsonValueKind.String, line, reader.GetString()!, NoMembers, []),
                JsonTokenType.Number => new LocatedJson(JsonValueKind.Number, line, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), NoMembers, []),
                JsonTokenType.True => new LocatedJson(JsonValueKind.True, line, "true", NoMembers, []),
                JsonTokenType.False => new LocatedJson(JsonValueKind.False, line, "false", NoMembers, []),
                _ => new LocatedJson(JsonValueKind.Null, line, "", NoMembers, []),
            };
        }

        private Dictionary<string, LocatedJson> Members(ref Utf8JsonReader reader)
        {
            var members = new Dictionary<string, LocatedJson>();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
            {
                var (name, line) = (reader.GetString()!, lines.At(reader.TokenStartIndex));
                reader.Read();
                // Two readers of one file could each believe another of the two.
                if (!members.TryAdd(name, Value(ref reader)))
                    findings.Error(file, line, $"\"{name}\" is there twice; keep one (the other is on line {members[name].Line}).");
            }
            return members;
        }

        private List<LocatedJson> Items(ref Utf8JsonReader reader)
        {
            var items = new List<LocatedJson>();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) items.Add(Value(ref reader));
            return items;
        }
    }
}
