using System.Buffers.Binary;
using System.Text;

namespace Plenum.Tests.Branding;

/// <summary>A package that nobody may take in, and a word of the reason that must be given.</summary>
internal sealed record Hostile(string Name, byte[] Bytes, string Reason)
{
    public override string ToString() => Name;

    public static IReadOnlyList<Hostile> All { get; } =
    [
        .. Names().Select(item => new Hostile($"name {item.Name}", Zip.Package(Entry.Of(item.Name)).Bytes(), item.Reason)),
        .. RawNames(), .. Twins(), .. Kinds(), .. Bombs(), .. Lies(), .. Ends(), .. NoArchives(), .. Drawings(), .. Texts(),
    ];

    private static IEnumerable<(string Name, string Reason)> Names() =>
    [
        ("../../etc/passwd", "climbs out"), ("webapp2/../../x", "climbs out"), ("webapp2/./x", "climbs out"), ("../webapp2-evil/x", "climbs out"), ("/etc/passwd", "absolute"),
        ("..\\..\\x", "backslash"), ("C:\\x", "backslash"), ("\\\\host\\share\\x", "backslash"), ("C:/x", "drive"), ("webapp2/a.js::$DATA", "drive or a stream"),
        ("webapp2/%2e%2e/x", "cannot hold"), ("webapp2/a?b.js", "cannot hold"), ("webapp2/a#b.svg", "cannot hold"), ("webapp2//x", "empty folder"),
        ("webapp2/nul", "device"), ("webapp2/CON.json", "device"), ("webapp2/com1/x", "device"), ("webapp2/x.", "ends with"), ("webapp2/x ", "ends with"),
        ("webapp2/a\nb", "invisible"), ("webapp2/a\rb", "invisible"), ("webapp2/a\0b", "invisible"), ("webapp2/gpj.\u202Egvs", "turns text around"),
        ("webapp2/a\u200Bb", "invisible"), ("webapp2/a\u0007b", "invisible"), ("webapp2/e\u0301.png", "accent"),
        ("webapp2/" + new string('x', 300), "at most 200"), (string.Concat(Enumerable.Repeat("d/", 90)) + "x", "folders deep"),
        (string.Concat(Enumerable.Repeat("webapp2/", 11)) + "x", "folders deep"), ("", "without a name"),
    ];

    private static IEnumerable<Hostile> RawNames() =>
    [
        new("name in Latin-1", Zip.Package(new Entry([.. "webapp2/"u8, 0xFC], [1])).Bytes(), "not UTF-8"),
        new("name in UTF-16", Zip.Package(new Entry(Encoding.Unicode.GetBytes("webapp2/x"), [1])).Bytes(), "invisible"),
        new("name of 65,000 letters", Zip.Package(Entry.Of(new string('x', 65_000))).Bytes(), "at most 200"),
        new("second name in its extra field", Zip.Package(Entry.Of("webapp2/a.js") with { Extra = [0x75, 0x70, 9, 0, 1, 0, 0, 0, 0, .. "evil"u8] }).Bytes(), "second name"),
    ];

    private static IEnumerable<Hostile> Twins() =>
    [
        new("two settings.json", Zip.Package(Entry.Of("webapp2/settings.json", "{}")).Bytes(), "2 times"),
        new("Settings.json and settings.json", Zip.Package(Entry.Of("webapp2/Settings.json", "{}")).Bytes(), "capitals"),
        new("folder in two spellings", Zip.Package(Entry.Of("webapp2/Plugins/a.js"), Entry.Of("webapp2/plugins/A.js")).Bytes(), "capitals"),
        new("file and folder of one name", Zip.Package(Entry.Of("webapp2/a"), Entry.Of("webapp2/a/b")).Bytes(), "file and a folder"),
        new("file and empty folder of one name", Zip.Package(Entry.Of("webapp2/a"), Entry.Of("webapp2/a/", "")).Bytes(), "slash"),
    ];

    private static IEnumerable<Hostile> Kinds() =>
    [
        new("symbolic link", Zip.Package(Entry.Of("webapp2/link", "/etc/passwd") with { Mode = 0xA1FF }).Bytes(), "symbolic link"),
        new("pipe", Zip.Package(Entry.Of("webapp2/pipe") with { Mode = 0x11A4 }).Bytes(), "device or a pipe"),
        new("device", Zip.Package(Entry.Of("webapp2/dev") with { Mode = 0x21A4 }).Bytes(), "device or a pipe"),
        new("setuid", Zip.Package(Entry.Of("webapp2/su") with { Mode = 0x89ED }).Bytes(), "setuid"),
        new("folder with content", Zip.Package(Entry.Of("webapp2/d/", "content")).Bytes(), "folder has content"),
        new("encrypted", Zip.Package(Entry.Of("webapp2/a.js") with { Flags = 1 }).Bytes(), "encrypted"),
        new("strongly encrypted", Zip.Package(Entry.Of("webapp2/a.js") with { Flags = 1 << 6 | 1 }).Bytes(), "encrypted"),
        new("packed by LZMA", Zip.Package(Entry.Of("webapp2/a.js") with { Method = 14 }).Bytes(), "method 14"),
        new("packed by method 99", Zip.Package(Entry.Of("webapp2/a.js") with { Method = 99 }).Bytes(), "method 99"),
        new("ZIP in it", Zip.Package(Entry.Of("webapp2/inner.zip", Zip.Package().Bytes())).Bytes(), "archive itself"),
        new("ZIP in it under another name", Zip.Package(Entry.Of("webapp2/inner.png", Zip.Package().Bytes()) with { Method = 0 }).Bytes(), "archive itself"),
        new("gzip in it", Zip.Package(Entry.Of("webapp2/inner.tgz", [0x1F, 0x8B, 8, 0])).Bytes(), "archive itself"),
    ];

    private static IEnumerable<Hostile> Bombs()
    {
        var zeros = new byte[40 * 1024 * 1024];
        yield return new("40 MB of zeros", Zip.Package(Entry.Of("webapp2/a.bin", zeros)).Bytes(), "times as large");
        yield return new("claims a gigabyte", Zip.Package(Entry.Of("webapp2/a.bin", "x") with { Size = 1 << 30 }).Bytes(), "at most 100 MB");
        yield return new("claims ten bytes of 40 MB", Zip.Package(Entry.Of("webapp2/a.bin", zeros) with { Size = 10 }).Bytes(), "not as long");
        yield return new("claims more than it has", Zip.Package(Entry.Of("webapp2/a.bin", "x") with { Size = 100 }).Bytes(), "not as long");
        yield return new("1,900 entries on one body", new Zip
        {
            Entries = [Entry.Of("webapp2/0", new byte[9_000]), .. Enumerable.Range(1, 1_900).Select(number => Entry.Of($"webapp2/{number}", new byte[9_000]) with { At = 0 })],
        }.Bytes(), "times as large");
        yield return new("two entries on one body", Zip.Package(Entry.Of("webapp2/a.js") with { At = 0 }).Bytes(), "same bytes");
        yield return new("3,000 files", Zip.Package([.. Enumerable.Range(0, 3_000).Select(number => Entry.Of($"webapp2/{number}", ""))]).Bytes(), "at most 2000");
        yield return new("60,000 files", Zip.Package([.. Enumerable.Range(0, 60_000).Select(number => Entry.Of($"webapp2/{number}", ""))]).Bytes(), "at most 2000");
    }

    private static IEnumerable<Hostile> Lies() =>
    [
        new("wrong checksum", Zip.Package(Entry.Of("webapp2/a.js") with { Checksum = 42 }).Bytes(), "checksum"),
        new("another name beside the file", Zip.Package(Entry.Of("webapp2/a.js") with { LocalName = "webapp2/b.js"u8.ToArray() }).Bytes(), "one thing"),
        new("another length beside the file", Zip.Package(Entry.Of("webapp2/a.js") with { LocalSize = 7 }).Bytes(), "one thing"),
        new("other flags beside the file", Zip.Package(Entry.Of("webapp2/a.js") with { LocalFlags = 1 }).Bytes(), "one thing"),
        new("stored with two sizes", Zip.Package(Entry.Of("webapp2/a.js", "xyz") with { Method = 0, Size = 2 }).Bytes(), "two sizes"),
        new("broken deflate", Zip.Package(Entry.Of("webapp2/a.js") with { Packed = [0xFF, 0xFF, 0xFF] }).Bytes(), "damaged"),
        new("place beyond the end", Zip.Package(Entry.Of("webapp2/a.js") with { At = 1 << 30 }).Bytes(), "hidden"),
        new("something hidden between", new Zip { Entries = Zip.Sound, BeforeDirectory = "hidden"u8.ToArray() }.Bytes(), "hidden"),
        new("something before", new Zip { Entries = Zip.Sound, Before = "PK\u0003\u0004 and more"u8.ToArray() }.Bytes(), "hidden"),
        new("GIF and ZIP at once", new Zip { Entries = Zip.Sound, Before = "GIF89a"u8.ToArray() }.Bytes(), "GIF"),
    ];

    private static IEnumerable<Hostile> Ends() =>
    [
        new("something after the end", new Zip { Entries = Zip.Sound, After = [1, 2, 3] }.Bytes(), "follows"),
        new("two ends", new Zip { Entries = Zip.Sound, Comment = [0x50, 0x4B, 5, 6, .. new byte[18]] }.Bytes(), "two ends"),
        new("two archives", [.. Zip.Package().Bytes(), .. Zip.Package().Bytes()], "two ends"),
        new("several disks", new Zip { Entries = Zip.Sound, End = end => end[4] = 1 }.Bytes(), "several"),
        new("more entries than there are", new Zip { Entries = Zip.Sound, End = end => (end[8], end[10]) = (9, 9) }.Bytes(), "damaged"),
        new("ZIP64", new Zip { Entries = Zip.Sound, End = end => BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), uint.MaxValue) }.Bytes(), "ZIP64"),
        new("directory beyond the end", new Zip { Entries = Zip.Sound, End = end => BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), 1 << 30) }.Bytes(), "directory"),
        new("no entries", new Zip().Bytes(), "empty"),
        new("cut in the middle", Zip.Package().Bytes()[..150], "no end"),
        new("cut by a byte", Zip.Package().Bytes()[..^1], "no end"),
    ];

    private static IEnumerable<Hostile> NoArchives() =>
    [
        new("empty file", [], "empty"),
        new("page", Encoding.UTF8.GetBytes("<!doctype html><title>Sign in</title>"), "a page"),
        new("noise", [.. Enumerable.Range(0, 999).Select(number => (byte)(number * 97 >> 3))], "something else"),
        new("gzip", [0x1F, 0x8B, 8, .. new byte[40]], "gzip"),
        new("no branding", new Zip { Entries = [Entry.Of("holiday.jpg")] }.Bytes(), "no branding"),
    ];

    private static IEnumerable<Hostile> Drawings()
    {
        (string Inside, string Reason)[] drawings =
        [
            ("<script>alert(1)</script>", "<script>"), ("<path onclick='alert(1)'/>", "onclick"), ("<foreignObject><body/></foreignObject>", "<foreignObject>"),
            ("<a href='javascript:alert(1)'><path/></a>", "script"), ("<a href='java&#9;script:alert(1)'><path/></a>", "script"), ("<a href='&#106;avascript:x'/>", "script"),
            ("<animate attributeName='href' values='#a'/>", "changes href"), ("<set attributeName='onload' to='x'/>", "changes onload"), ("<animate onbegin='x()'/>", "onbegin"),
            ("<metadata><x:script xmlns:x='http://www.w3.org/1999/xhtml'/></metadata>", "<script>"), ("<image href='data:text/html,x'/>", "script"),
            ("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", "circle"),
            (string.Concat(Enumerable.Range(0, 15).Select(n => $"<g id='n{n}'>{string.Concat(Enumerable.Repeat($"<use href='#n{n + 1}'/>", 9))}</g>")), "without measure"),
            ("<rect width='1e9' height='1' />", "beyond"), (string.Concat(Enumerable.Repeat("<g>", 100)) + string.Concat(Enumerable.Repeat("</g>", 100)), "nested"),
            ("<path", "well-formed"), ("<style>a{background:url(javascript:x)}</style>", "script"),
        ];
        foreach (var (inside, reason) in drawings)
            yield return Drawing($"drawing with {inside[..Math.Min(40, inside.Length)]}", $"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>", reason);
        yield return Drawing("drawing with entities", "<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&c;</svg>", "entities");
        yield return Drawing("drawing that is a page", "<html><body/></html>", "another kind");
        yield return new("drawing in UTF-16", Zip.Package(Entry.Of("webapp2/a.svg", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<svg/>")).ToArray())).Bytes(), "UTF-8");
    }

    private static Hostile Drawing(string name, string text, string reason) => new(name, Zip.Package(Entry.Of("webapp2/a.svg", text)).Bytes(), reason);

    private static IEnumerable<Hostile> Texts() =>
    [
        Settings("nested 100,000 deep", new string('[', 100_000), "nested deeper"),
        Settings("two megabytes", $"{{\"a\": \"{string.Concat(Enumerable.Range(0, 300_000))}\"}}", "at most 1024 KB"),
        Settings("400,000 values", $"[{string.Join(',', Enumerable.Repeat('1', 400_000))}]", "values"),
        Settings("in UTF-16", "\uFEFF{}", "UTF-16", Encoding.Unicode),
        Settings("in Latin-1", "{\"a\": \"ü\"}", "not UTF-8", Encoding.Latin1),
        Settings("with half a character", """{"a": "\ud800"}""", "half a character"),
        Settings("one name twice", """{"plugins": [], "plugins": []}""", "twice"),
        Settings("10,000 plugins", $"{{\"plugins\": [{string.Join(',', Enumerable.Repeat("{\"id\": \"a\", \"srcURL\": \"b\"}", 10_000))}]}}", "there may be 100"),
        .. new[] { "https://evil.example/x.json", "//evil.example/x.json", "javascript:x", "data:text/plain,x", "file:///etc/passwd", "../../x.json", "%2e%2e/x.json", "a\\\\b.json" }
            .Select(address => Settings($"leading to {address}", $"{{\"plugins\": [{{\"id\": \"a\", \"srcURL\": \"{address}\", \"enabled\": true}}]}}", "cannot be at")),
        Settings("with an id that is none", """{"plugins": [{"id": "__proto__", "srcURL": "x"}]}""", "keeps for itself"),
        Settings("with markup for an id", """{"plugins": [{"id": "<img onerror=x>", "srcURL": "x"}]}""", "angle brackets"),
        Manifest("list", "[]", "object"), Manifest("of markup", """{"brandingID": "<script>"}""", "brandingID"),
        Manifest("of 100,000 digits", $"{{\"brandingID\": \"{new string('1', 100_000)}\"}}", "at most 64"),
    ];

    private static Hostile Settings(string name, string text, string reason, Encoding? encoding = null) => new(
        $"settings {name}",
        new Zip { Entries = [Entry.Of("webapp2/settings.json", (encoding ?? Encoding.UTF8).GetBytes(text)), Zip.Sound[1]] }.Bytes(),
        reason);

    private static Hostile Manifest(string name, string text, string reason) => new(
        $"manifest {name}", new Zip { Entries = [Zip.Sound[0], Entry.Of("webapp2/manifest.json", text)] }.Bytes(), reason);
}
