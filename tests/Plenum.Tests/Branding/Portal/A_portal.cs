using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Portal;

/// <summary>One server whose portal tests use; what a test begins has a name of its own.</summary>
public sealed class A_portal : IAsyncLifetime
{
    public PlenumProcess Server { get; private set; } = null!;

    internal Administration Admin { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    internal A_desk Desk { get; private set; } = null!;

    /// <summary>A stored branding with the phone book.</summary>
    public string Stored { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Server = await PlenumProcess.Start();
        Admin = Administration.Of(Server);
        Http = Packages.Admin(Server);
        Stored = await Http.Id(Zipped(A_phone_book.Files(("styles/own.css", "a {}"))));
        Desk = await A_desk.SignedIn(Server, "admin", Server.AdminPassword);
    }

    public async Task<string> Begin(string name, string? branding = null) => (string)(await Admin.Post("customizations", new { name, branding }))["id"]!;

    public async Task<string> WithPhoneBook(string name)
    {
        var id = await Begin(name);
        await Admin.Post($"customizations/{id}/plugins", new { plugin = A_phone_book.Id, branding = Stored });
        return id;
    }

    public Task<JsonNode> Set(string id, string settings) => Admin.Ask(HttpMethod.Put, $"customizations/{id}/plugins/{A_phone_book.Id}/settings", $$"""{"settings": {{settings}} }""");

    public async Task<IReadOnlyDictionary<string, string>> Package(string id)
    {
        await using var zip = new ZipArchive(await Http.GetStreamAsync($"customizations/{id}/package"));
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
            files[entry.FullName["webapp2/".Length..]] = await reader.ReadToEndAsync();
        }
        return files;
    }

    public async ValueTask DisposeAsync()
    {
        Admin?.Dispose();
        Http?.Dispose();
        Desk?.Dispose();
        if (Server is not null) await Server.DisposeAsync();
    }

    internal static byte[] Zipped(IReadOnlyDictionary<string, byte[]> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, bytes) in files)
            {
                using var entry = zip.CreateEntry($"webapp2/{path}").Open();
                entry.Write(bytes);
            }
        return packed.ToArray();
    }
}

/// <summary>Tests of the portal at one server.</summary>
[CollectionDefinition(nameof(A_portal))]
public sealed class PortalCollection : ICollectionFixture<A_portal>;
