using System.Text.RegularExpressions;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

/// <summary>A server whose brandings tests may change; those of one class run one after another.</summary>
public sealed partial class A_server_to_brand : IAsyncLifetime
{
    public PlenumProcess Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public HttpClient Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await PlenumProcess.StartWith(new Dictionary<string, string> { ["Plenum__Limits__JoinBurstPerAddress"] = "100000", ["Plenum__Limits__PackageBytes"] = "4000000" });
        Http = new HttpClient { BaseAddress = Server.Address, DefaultRequestHeaders = { ExpectContinue = true } };
        Admin = Packages.Admin(Server);
    }

    /// <summary>The base of a page of the app, under which its branding lies.</summary>
    public async Task<string> Base(string page = "/webapp2/", string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (host is not null) request.Headers.Host = host;
        using var answer = await Http.SendAsync(request);
        return Based().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    public async Task<string> Mark(string page = "/webapp2/", string? host = null) => await Http.GetStringAsync(await Base(page, host) + "custom_configuration/manifest.json");

    public string[] LeftFiles() => Directory.Exists(Path.Combine(Server.DataFolder, "uploads")) ? Directory.GetFiles(Path.Combine(Server.DataFolder, "uploads")) : [];

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        Admin?.Dispose();
        if (Server is not null) await Server.DisposeAsync();
    }

    [GeneratedRegex("<base href=\"([^\"]+)\"")]
    private static partial Regex Based();
}
