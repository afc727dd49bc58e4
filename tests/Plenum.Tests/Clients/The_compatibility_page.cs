using Plenum.Tests.Running;

namespace Plenum.Tests.Clients;

[Collection(nameof(Official_clients_at_work))]
public sealed class The_compatibility_page(Official_clients_at_work clients)
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "compatibility.md");

    [Fact]
    public async Task Says_what_the_runs_found()
    {
        var found = CompatibilityPage.Of(ClientPackages.Versions(), clients.Functions, clients.People);
        if (Environment.GetEnvironmentVariable("PLENUM_WRITE_DOCS") == "1")
            await System.IO.File.WriteAllTextAsync(File, found);

        Assert.Equal(found, await System.IO.File.ReadAllTextAsync(File));
    }
}
