using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

/// <summary>Somebody who sends branding packages to the admin API.</summary>
internal static class Packages
{
    /// <summary>A package with one plugin and a mark by which its files are known.</summary>
    public static byte[] Of(string mark, params (string File, string Text)[] more) => new Zip
    {
        Entries =
        [
            .. new Dictionary<string, string>(
            [
                new("settings.json", "{\"plugins\": [{\"id\": \"mark\", \"srcURL\": \"plugins/mark/mark.plugin.package.json\", \"enabled\": true}]}"),
                new("manifest.json", $"{{\"brandingID\": \"{mark}\", \"isSettingsBranded\": true}}"),
                new("plugins/mark/mark.plugin.package.json", "{\"id\": \"mark\", \"name\": \"Mark\", \"version\": \"1.0\", \"srcURL\": \"mark.plugin.js\", \"participantRoles\": [\"chair\", \"guest\"]}"),
                new("plugins/mark/mark.plugin.js", $"window.mark = '{mark}'; window.PEX.pluginAPI.registerPlugin({{ id: 'mark', load: () => {{}}, unload: () => {{}} }});"),
            ]).Where(file => more.All(other => other.File != file.Key)).Select(file => (file.Key, file.Value)).Concat(more).Select(file => Entry.Of($"webapp2/{file.Item1}", file.Item2)),
        ],
    }.Bytes();

    public static MultipartFormDataContent Form(byte[] package, string name = "branding.zip")
    {
        var file = new ByteArrayContent(package);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return new MultipartFormDataContent { { file, "package", name } };
    }

    public static async Task<JsonNode> Upload(this HttpClient admin, byte[] package, string name = "branding.zip")
    {
        using var answer = await admin.PostAsync("brandings", Form(package, name));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Created, $"{(int)answer.StatusCode} {text}");
        var told = JsonNode.Parse(text)!;
        Assert.EndsWith($"/brandings/{told["id"]}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        return told;
    }

    public static async Task<string> Id(this HttpClient admin, byte[] package) => (string)(await admin.Upload(package))["id"]!;

    public static async Task<JsonNode> Send(this HttpClient admin, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await admin.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public static Task<JsonNode> Activate(this HttpClient admin, string id) => admin.Send(HttpMethod.Post, $"brandings/{id}/activate");

    public static HttpClient Admin(PlenumProcess server) => new()
    {
        BaseAddress = new Uri(server.Address, "/api/admin/v1/"),
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{server.AdminPassword}"))),
            // A server that refuses before everything is sent is heard.
            ExpectContinue = true,
        },
    };
}
