using System.CommandLine;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Store;
using Plenum.Server.Hosting;

namespace Plenum.Server.Branding.Signing;

/// <summary><c>plenum sign</c>: a package as a server would store it, with a signature in it. Needs no server and no network.</summary>
internal static class SignVerb
{
    private static readonly Argument<string> Package = new("PACKAGE.zip") { Description = "The branding package to sign" };
    private static readonly Option<string> Key = new("--key") { HelpName = "FILE", Description = "The private key, of plenum signing-key or another Ed25519 one (PEM)", Required = true };
    private static readonly Option<string?> To = new("--to") { HelpName = "FILE.zip", Description = "Where the signed package goes (default PACKAGE.signed.zip)" };

    public static Command Command()
    {
        var verb = new Command("sign", "Check a branding package and sign it with the organisation's own key.") { Package, Key, To };
        verb.SetAction(parsed =>
        {
            var from = parsed.GetValue(Package)!;
            var to = parsed.GetValue(To) ?? Path.ChangeExtension(from, ".signed.zip");
            var secret = SigningKey.Private(Read(parsed.GetValue(Key)!, File.ReadAllText)) ?? throw new Refused($"{parsed.GetValue(Key)} has no private Ed25519 key (PEM, without a password)");
            using var archive = Read(from, File.OpenRead);
            var package = IncomingPackage.Unsigned(archive);
            foreach (var finding in package.Findings) Console.Error.WriteLine($"{finding.File}{(finding.Line is { } line ? $":{line}" : "")}: {finding.Message}");
            if (!package.Usable) throw new Refused($"{from} has {package.Findings.Count(finding => finding.Severity is Severity.Error)} mistakes and is not signed");
            try
            {
                File.WriteAllBytes(to, PackedBranding.Pack(PackageSignature.Signed(package.Files!.Files, secret)));
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                throw new Refused($"{to} cannot be written: {unwritable.Message}");
            }
            Console.WriteLine($"{to}: {package.Files.Files.Count} files, signed by {SigningKey.Fingerprint(Ed25519.PublicOf(secret))}");
        });
        return verb;
    }

    private static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"{file} cannot be read: {unreadable.Message}");
        }
    }
}
