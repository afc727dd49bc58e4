using System.CommandLine;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Hosting.Verbs;

/// <summary>The one way a verb ends: 0, or one clear line on stderr and a non-zero exit.</summary>
internal static class Verb
{
    public const int RefusedExit = 1;

    public static async Task<int> Run(RootCommand plenum, string[] args)
    {
        var parsed = plenum.Parse(args);
        if (parsed.Errors.Count > 0)
            return Refuse(parsed.Errors[0].Message + " (--help names everything)");
        try
        {
            // No termination time-out here: the server listens to SIGINT and SIGTERM itself and drains.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception refused) when (refused is Refused or StorageRefused)
        {
            return Refuse(refused.Message);
        }
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"plenum: {reason.ReplaceLineEndings(" ")}");
        return RefusedExit;
    }
}
