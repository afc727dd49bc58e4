using System.Net;
using System.Text;
using Plenum.Tests.Hosting;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Signing;

public sealed class Requiring_signatures(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    [Fact]
    public async Task Takes_what_the_organisation_s_own_key_signed_and_nothing_else()
    {
        using var scratch = new Scratch();
        await File.WriteAllBytesAsync(scratch["mine.zip"], Packages.Of("mine"));
        Assert.Contains("fingerprint ", await Run("signing-key", "--to", scratch["key"]), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(scratch["key"]).UnixFileMode);
        await Run("sign", "--key", scratch["key"], scratch["mine.zip"]);

        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);
        var unsigned = await house.Admin.Id(Packages.Of("before"));
        Assert.Contains("Signatures cannot be required without a key", (await desk.Press("signing/require", new() { ["required"] = "true" })).Text, StringComparison.Ordinal);
        await desk.Press("signing/add", new() { ["name"] = "Ours", ["publicKey"] = await File.ReadAllTextAsync(scratch["key.pub"]) });
        await desk.Press("signing/require", new() { ["required"] = "true" });

        using (var refused = await house.Admin.PostAsync("brandings", Packages.Form(Packages.Of("unsigned"))))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("This server takes signed packages only", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var refused = await house.Admin.PostAsync($"brandings/{unsigned}/activate", null)) Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var told = await house.Admin.Upload(await File.ReadAllBytesAsync(scratch["mine.signed.zip"]));
        Assert.Equal(("signed", "Ours"), ((string)told["signature"]!["state"]!, (string)told["signature"]!["name"]!));
        await house.Admin.Activate((string)told["id"]!);
        await house.Admin.Activate("default");
        Assert.Contains("Signed by Ours", (await desk.Open($"branding/{told["id"]}")).Text, StringComparison.Ordinal);
        Assert.Contains("Not signed.", (await desk.Open($"branding/{unsigned}")).Text, StringComparison.Ordinal);

        await house.Admin.Send(HttpMethod.Put, "signing", new { required = false, keys = Array.Empty<object>() });
        Assert.Contains("Signed by a key that nobody trusts here", (await desk.Open($"branding/{told["id"]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_owners_alone()
    {
        using var owner = Administration.Of(house.Server);
        var made = await owner.Post("accounts", new { name = "signing-editor", rank = "editor" });
        using var editor = Administration.With(house.Server, "signing-editor", (string)made["password"]!);
        Assert.Equal(403, (await editor.Refused(HttpMethod.Get, "signing")).Status);
        Assert.Equal(403, (await editor.Refused(HttpMethod.Put, "signing", new { required = false })).Status);
    }

    [Theory]
    [InlineData("""{"keys": [{"name": "Ours", "publicKey": "AAAA"}]}""")]
    [InlineData("""{"keys": [{"name": "", "publicKey": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="}]}""")]
    [InlineData("""{"keys": [{"name": "A", "publicKey": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="}, {"name": "B", "publicKey": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="}]}""")]
    [InlineData("""{"keys": [{"id": "mine", "name": "A", "publicKey": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="}]}""")]
    [InlineData("""{"keys": [null]}""")]
    public async Task By_what_is_no_key_is_refused(string body)
    {
        using var answer = await house.Admin.PutAsync("signing", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Leaves_no_half_keys_and_writes_over_none()
    {
        using var scratch = new Scratch();
        await Run("signing-key", "--to", scratch["key"]);
        var before = await File.ReadAllTextAsync(scratch["key"]);
        using var again = BuiltProgram.Start("signing-key", "--to", scratch["key"]);
        Assert.Equal(1, await again.Exit());
        Assert.Equal(before, await File.ReadAllTextAsync(scratch["key"]));
        await File.WriteAllTextAsync(scratch["broken.zip"], "no archive");
        using var broken = BuiltProgram.Start("sign", "--key", scratch["key"], scratch["broken.zip"]);
        Assert.Equal(1, await broken.Exit());
        Assert.False(File.Exists(scratch["broken.signed.zip"]));
    }

    private static async Task<string> Run(params string[] arguments)
    {
        using var program = BuiltProgram.Start(arguments);
        var exit = await program.Exit();
        Assert.True(exit == 0, string.Join('\n', program.Errors));
        return string.Join('\n', program.Output);
    }
}
