using System.Text;
using System.Text.Json;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Forms;
using Plenum.Server.Branding.Portal;

namespace Plenum.Tests.Branding.Portal;

/// <summary>A plugin that lets be set one of everything, and the parts of a package that has it.</summary>
internal static class A_phone_book
{
    public const string Id = "phone-book";
    public const string File = "plugins/phone-book/phone-book.plugin.package.json";

    public const string Schema = """
        {
          "type": "object",
          "required": ["title", "server"],
          "properties": {
            "title": { "type": "string", "title": "Heading", "description": "Above the list", "minLength": 2, "maxLength": 20, "default": "Rooms" },
            "server": { "type": "string", "title": "Server", "format": "uri" },
            "owner": { "type": "string", "title": "Owner", "format": "email" },
            "tint": { "type": "string", "title": "Tint", "format": "color", "default": "#0a6b5a" },
            "code": { "type": "string", "title": "Code", "pattern": "^[A-Z]{2}[0-9]+$" },
            "most": { "type": "integer", "title": "Most", "minimum": 1, "maximum": 50, "default": 10 },
            "ratio": { "type": "number", "title": "Ratio", "minimum": 0.5 },
            "loud": { "type": "boolean", "title": "Loud", "default": true },
            "order": { "type": "string", "title": "Order", "enum": ["name", "number"], "default": "name" },
            "words": { "type": "array", "title": "Words", "items": { "type": "string", "maxLength": 5 }, "maxItems": 3 },
            "days": { "type": "array", "title": "Days", "items": { "enum": ["Mo", "Tu"] } },
            "entries": {
              "type": "array", "title": "Entries", "maxItems": 3,
              "items": { "type": "object", "required": ["name", "address"], "properties": {
                "name": { "type": "string", "title": "Name" },
                "address": { "type": "string", "title": "Address", "pattern": "^\\S+$" },
                "protocol": { "type": "string", "title": "Protocol", "enum": ["sip", "rtmp"], "default": "sip" } } }
            },
            "token": { "type": "string", "title": "Token", "writeOnly": true, "minLength": 4 }
          }
        }
        """;

    public static byte[] Package(string schema = Schema) => Encoding.UTF8.GetBytes(
        $$"""{"id": "phone-book", "name": "Phone book", "description": "Whom to call", "version": "2.1", "srcURL": "phone-book.plugin.js", "participantRoles": ["chair"], "menuItems": {"toolbar": [{"icon": "assets/book.svg#book", "label": "Phone book", "action": "open"}]}, "settingsSchema": {{schema}}}""");

    /// <summary>A whole package that has it, and whatever else is named.</summary>
    public static Dictionary<string, byte[]> Files(params (string Path, string Text)[] more)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["settings.json"] = Encoding.UTF8.GetBytes($$"""{"plugins": [{"id": "phone-book", "srcURL": "{{File}}", "enabled": true, "note": "ours"}], "theme": "x"}"""),
            ["manifest.json"] = """{"brandingID": "1", "isSettingsBranded": true, "isWatermarkBranded": true, "isStylesBranded": true, "mark": 7}"""u8.ToArray(),
            [File] = Package(),
            ["plugins/phone-book/phone-book.plugin.js"] = "function open() {}\nwindow.PEX.pluginAPI.registerPlugin({ id: 'phone-book', load: () => {}, unload: () => {}, open });"u8.ToArray(),
            ["plugins/phone-book/assets/book.svg"] = "<svg xmlns='http://www.w3.org/2000/svg' id='book' viewBox='0 0 4 4'><path d='M0 0h4'/></svg>"u8.ToArray(),
        };
        foreach (var (path, text) in more) files[path] = Encoding.UTF8.GetBytes(text);
        return files;
    }

    public static (SettingsSchema Schema, IReadOnlyList<Finding> Findings) Read(string schema = Schema)
    {
        var findings = new Findings();
        return (SchemaReader.Read(File, LocatedJson.Read(File, Package(schema), findings)!, findings), findings.All);
    }

    /// <summary>A schema with one setting called <c>it</c>.</summary>
    public static (SettingsSchema Schema, IReadOnlyList<Finding> Findings) Only(string setting) => Read($$"""{"type": "object", "properties": {"it": {{setting}} } }""");

    public static Dictionary<string, JsonElement> Values(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    public static Draft Draft(OfficialPlugins? official = null, params (string Path, string Text)[] more) =>
        TakenApart.Of(new Customization(Guid.CreateVersion7(), "Autumn"), Files(more), official ?? NoOfficial);

    public static OfficialPlugins NoOfficial => new("/nowhere");
}
