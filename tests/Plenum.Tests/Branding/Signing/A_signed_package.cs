using System.Text;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Signing;
using Plenum.Server.Branding.Store;

namespace Plenum.Tests.Branding.Signing;

public sealed class A_signed_package
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    /// <summary>RFC 8032, section 7.1, test 2.</summary>
    [Fact]
    public void Is_signed_as_the_standard_says()
    {
        var secret = Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        var known = Convert.FromHexString("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        var signature = Convert.FromHexString("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        Assert.Equal(known, Ed25519.PublicOf(secret));
        Assert.Equal(signature, Ed25519.Sign(secret, [0x72]));
        Assert.True(Ed25519.Verify(known, [0x72], signature));
        Assert.False(Ed25519.Verify(known, [0x73], signature));
        Assert.False(Ed25519.Verify(known, [0x72], new byte[64]));
        Assert.False(Ed25519.Verify(new byte[31], [0x72], signature));
    }

    [Fact]
    public void Has_keys_that_other_programs_can_read()
    {
        var known = Ed25519.PublicOf(Secret);
        Assert.Equal(Secret, SigningKey.Private(SigningKey.PrivatePem(Secret)));
        Assert.Equal(known, SigningKey.Public(SigningKey.PublicPem(known)));
        Assert.Equal(known, SigningKey.Public(Convert.ToBase64String(known)));
        Assert.Equal(known, SigningKey.Public(SigningKey.PublicPem(known).Split('\n')[1]));
        foreach (var none in (string[])["", "x", Convert.ToBase64String(new byte[44]), SigningKey.PrivatePem(Secret), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"]) Assert.Null(SigningKey.Public(none));
        Assert.Matches("^[0-9a-f]{64}$", SigningKey.Fingerprint(known));
    }

    [Fact]
    public void Is_known_by_its_key_however_it_is_packed()
    {
        var files = PackageSignature.Signed(Files(), Secret);
        Assert.Equal(new PackageSignature(SignatureState.Signed, SigningKey.Fingerprint(Ed25519.PublicOf(Secret)), ""), PackageSignature.Of(files));
        Assert.True(Taken(files).Usable);
        var deeper = new Zip { Entries = [.. files.Reverse().Select(file => Entry.Of($"mine/webapp2/{file.Key}", Encoding.UTF8.GetString(file.Value)))] }.Bytes();
        var again = IncomingPackage.Of(new MemoryStream(deeper));
        Assert.True(again.Usable);
        Assert.Equal(SignatureState.Signed, PackageSignature.Of(again.Files!.Files).State);
    }

    [Theory]
    [InlineData("changed", "plugins/mark/mark.plugin.js has another content")]
    [InlineData("added", "plugins/mark/more.js was added")]
    [InlineData("removed", "images/logo.svg is missing")]
    [InlineData("listed", "is not what was signed")]
    [InlineData("key", "or not the one that its id names")]
    [InlineData("signature", "is not what was signed")]
    [InlineData("format", "is not what plenum sign writes")]
    [InlineData("twice", "is there twice")]
    [InlineData("nonsense", "is not JSON")]
    public void Is_refused_once_it_was_altered(string how, string why)
    {
        var files = PackageSignature.Signed(Files(), Secret);
        var signature = Encoding.UTF8.GetString(files["signature.json"]);
        var other = Convert.ToBase64String(Ed25519.PublicOf([.. Secret.Reverse()]));
        switch (how)
        {
            case "changed": files["plugins/mark/mark.plugin.js"] = [.. files["plugins/mark/mark.plugin.js"], (byte)' ']; break;
            case "added": files["plugins/mark/more.js"] = "x"u8.ToArray(); break;
            case "removed": files.Remove("images/logo.svg"); break;
            case "listed": signature = signature.Replace("images/logo.svg", "images/other.svg", StringComparison.Ordinal); break;
            case "key": signature = signature.Replace(Convert.ToBase64String(Ed25519.PublicOf(Secret)), other, StringComparison.Ordinal); break;
            case "signature": signature = signature.Replace("\"signature\": \"", $"\"signature\": \"{Convert.ToBase64String(new byte[64])}\", \"was\": \"", StringComparison.Ordinal); break;
            case "format": signature = signature.Replace("plenum-signature/1", "plenum-signature/0", StringComparison.Ordinal); break;
            case "twice": signature = signature.Replace("\"files\": {", "\"files\": {\n\"settings.json\": \"x\",", StringComparison.Ordinal); break;
            default: signature = "{"; break;
        }
        if (how is not ("changed" or "added" or "removed")) files["signature.json"] = Encoding.UTF8.GetBytes(signature);
        var refused = Taken(files);
        Assert.False(refused.Usable);
        Assert.Contains(refused.Findings, finding => finding.File == "signature.json" && finding.Message.Contains(why, StringComparison.Ordinal) && finding.Message.Contains("was altered since", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_taken_from_keys_that_are_trusted_where_that_is_required()
    {
        var signed = PackageSignature.Signed(Files(), Secret);
        var known = Ed25519.PublicOf(Secret);
        var mine = new TrustedKey(SigningKey.Fingerprint(known), "Ours", Convert.ToBase64String(known));
        var open = new SigningRules { Keys = [mine] };
        Assert.Null(open.Against(signed));
        Assert.Null(open.Against(Files()));
        Assert.Equal("Ours", open.Judge(signed).Name);
        var strict = open with { Required = true };
        Assert.Null(strict.Against(signed));
        Assert.Contains("signed packages only", strict.Against(Files())!.Message, StringComparison.Ordinal);
        Assert.Contains("is none of them", strict.Against(PackageSignature.Signed(Files(), [.. Secret.Reverse()]))!.Message, StringComparison.Ordinal);
        // Nobody is trusted for being the first.
        Assert.Null(new SigningRules().Judge(signed).Name);
    }

    [Fact]
    public void Stays_signed_when_it_was_stored_and_is_sent_in_again()
    {
        var cleaned = IncomingPackage.Of(new MemoryStream(Packages.Of("again", ("images/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><metadata>x</metadata><path d='M0 0h9v9z'/></svg>")))).Files!;
        var stored = Taken(PackageSignature.Signed(cleaned.Files, Secret));
        Assert.True(stored.Usable);
        Assert.Equal(SignatureState.Signed, PackageSignature.Of(PackedBranding.Unpack(PackedBranding.Pack(stored.Files!.Files)).Files).State);
    }

    private static IncomingPackage Taken(Dictionary<string, byte[]> files) => IncomingPackage.Of(new MemoryStream(PackedBranding.Pack(files)));

    private static Dictionary<string, byte[]> Files() => IncomingPackage.Of(new MemoryStream(Packages.Of("signed", ("images/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>")))).Files!.Files.ToDictionary();
}
