using System.CommandLine;
using System.Text;
using Plenum.Server.Hosting;

namespace Plenum.Server.Branding.Signing;

/// <summary><c>plenum signing-key</c>: a key pair of one's own. The private one goes into a file for its owner alone, and never to a server.</summary>
internal static class SigningKeyVerb
{
    private static readonly Option<string> To = new("--to") { HelpName = "FILE", Description = "Where the private key goes; the public one goes beside it, as FILE.pub", Required = true };

    public static Command Command()
    {
        var verb = new Command("signing-key", "Make a key pair to sign branding packages with, on a computer that is no server.") { To };
        verb.SetAction(parsed =>
        {
            var file = parsed.GetValue(To)!;
            var secret = SigningKey.Make();
            var known = Ed25519.PublicOf(secret);
            try
            {
                using (var stream = new FileStream(file, ForOneself()))
                {
                    stream.Write(Encoding.ASCII.GetBytes(SigningKey.PrivatePem(secret)));
                }
                File.WriteAllText(file + ".pub", SigningKey.PublicPem(known));
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                throw new Refused(File.Exists(file) ? $"{file} is there already, and a key is never written over; name another file" : $"{file} cannot be written: {unwritable.Message}");
            }
            Console.WriteLine($"{file}: keep it to yourself, off the server");
            Console.WriteLine($"{file}.pub: give it to an owner of the server");
            Console.WriteLine($"fingerprint {SigningKey.Fingerprint(known)}");
        });
        return verb;
    }

    private static FileStreamOptions ForOneself()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
