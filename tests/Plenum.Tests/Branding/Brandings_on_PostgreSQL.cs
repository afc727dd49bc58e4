using System.Net;
using Plenum.Tests.Log;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

public sealed class Brandings_on_PostgreSQL(PostgresDatabaseForTests database) : IClassFixture<PostgresDatabaseForTests>
{
    [Fact]
    public async Task Are_on_every_server_soon_and_whole()
    {
        var address = await database.Address();
        await using var first = await PlenumProcess.Start("--database", address, "--no-demo");
        await using var second = await PlenumProcess.StartWith(new Dictionary<string, string> { ["PLENUM_ADMIN_PASSWORD"] = first.AdminPassword }, "--database", address, "--no-demo");
        using var admin = Packages.Admin(first);
        using var there = new HttpClient { BaseAddress = second.Address };
        var noise = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(600_000));
        var id = await admin.Id(Packages.Of("everywhere", ("images/large.txt", noise)));
        await admin.Activate(id);

        for (var patience = System.Diagnostics.Stopwatch.StartNew(); !(await there.GetStringAsync("/webapp2/")).Contains($"@{id}/", StringComparison.Ordinal); await Task.Delay(50))
            Assert.True(patience.Elapsed < Visitor.Patience, "The other server never heard of it");
        Assert.Equal(noise, await there.GetStringAsync($"/webapp2/@{id}/custom_configuration/images/large.txt"));
        await SecuredEverywhere(admin, there, id);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => admin.Activate(id)).Concat(Enumerable.Range(0, 10).Select(_ => admin.Activate("default"))));
        Assert.Equal(22, (await admin.Send(HttpMethod.Get, "branding-plan/history?take=100")).AsArray().Count);
        await Customizations(admin, second, id, noise);
        await admin.Activate("default");
        await admin.Send(HttpMethod.Delete, $"brandings/{id}");
        using var gone = await admin.GetAsync($"brandings/{id}/package");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await admin.Send(HttpMethod.Post, $"brandings/{id}/restore");
        Assert.NotEmpty(await admin.GetByteArrayAsync($"brandings/{id}/package"));
    }

    /// <summary>What pages may reach is in the plan, and what was blocked in the database, so that no server knows less.</summary>
    private static async Task SecuredEverywhere(HttpClient admin, HttpClient there, string id)
    {
        await admin.Send(HttpMethod.Put, "branding-plan/content-security", new { plugins = new { mark = new { closed = true, origins = new[] { "https://api.example" } } } });
        for (var patience = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            using var answer = await there.GetAsync("/webapp2/");
            if (answer.Headers.GetValues("Content-Security-Policy").Single().Contains("connect-src 'self' https://api.example ", StringComparison.Ordinal)) break;
            Assert.True(patience.Elapsed < Visitor.Patience, "The other server never heard of it");
        }
        foreach (var _ in (int[])[1, 2])
            (await there.PostAsync($"/webapp2/@{id}/blocked-calls", new StringContent("""{"csp-report": {"effective-directive": "img-src", "blocked-uri": "https://pictures.example/x.png"}}"""))).Dispose();
        Assert.Equal(2, (int)Assert.Single((await admin.Send(HttpMethod.Get, "blocked-calls")).AsArray())!["pages"]!);
        await admin.Send(HttpMethod.Delete, "blocked-calls");
        Assert.Empty((await admin.Send(HttpMethod.Get, "blocked-calls?plugin=")).AsArray());
    }

    /// <summary>Whoever changes one at the same moment elsewhere takes nothing away.</summary>
    private static async Task Customizations(HttpClient here, PlenumProcess second, string branding, string noise)
    {
        using var there = Packages.Admin(second);
        there.DefaultRequestHeaders.Authorization = here.DefaultRequestHeaders.Authorization;
        var made = $"customizations/{(await here.Send(HttpMethod.Post, "customizations", new { name = "Both", branding }))["id"]}";
        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(number => (Task[])[
            here.Send(HttpMethod.Patch, made, new { name = $"Name {number}" }), there.Send(HttpMethod.Patch, made, new { brandName = $"Brand {number}" })]));
        var told = await there.Send(HttpMethod.Get, made);
        Assert.StartsWith("Name ", (string)told["name"]!, StringComparison.Ordinal);
        Assert.StartsWith("Brand ", (string)told["brandName"]!, StringComparison.Ordinal);
        await here.Send(HttpMethod.Delete, made);
        await there.Send(HttpMethod.Post, $"{made}/restore");
        using var package = new System.IO.Compression.ZipArchive(await there.GetStreamAsync($"{made}/package"));
        using var text = new StreamReader(await package.GetEntry("webapp2/images/large.txt")!.OpenAsync());
        Assert.Equal(noise, await text.ReadToEndAsync());
    }
}
