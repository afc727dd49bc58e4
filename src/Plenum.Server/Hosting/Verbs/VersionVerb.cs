using System.CommandLine;

namespace Plenum.Server.Hosting.Verbs;

/// <summary><c>plenum version</c>: which Plenum this is.</summary>
internal static class VersionVerb
{
    public static Command Command()
    {
        var verb = new Command("version", "Print the version.");
        verb.SetAction(_ => Console.WriteLine($"plenum {ProductVersion.Text}"));
        return verb;
    }
}
