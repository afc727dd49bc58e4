using System.Diagnostics;

namespace Plenum.Tests.House;

public sealed class Leaving_rooms_out
{
    /// <summary>Whoever names every room: the list of rooms, what composes it, and the pages that show them all.</summary>
    private const string Composition = "Program.cs;Hosting/Rooms.cs;Hosting/PlenumServer.cs;Hosting/Verbs/ServeVerb.cs;Management/**;Lobby/**";

    /// <summary>What the compiler proves in the long form, read off the sources.</summary>
    [Fact]
    public void Conferences_name_no_plugins_scripting_and_branding() => Assert.Empty(Sources.Judged(".cs")
        .Where(file => file.Path.StartsWith("src/Plenum.Server/Conferences/", StringComparison.Ordinal))
        .Where(file => new[] { "Plenum.Server.Plugins", "Plenum.Server.Scripting", "Plenum.Server.Branding" }.Any(room => file.Text.Contains(room, StringComparison.Ordinal)))
        .Select(file => file.Path));

    [Fact]
    [Trait("Form", "long")]
    public async Task Conferences_compile_without_plugins_scripting_and_branding()
    {
        var (exit, output) = await CompileWithout("Plugins/**;Scripting/**;Branding/**;" + Composition);
        Assert.True(exit == 0, output);
    }

    [Fact]
    [Trait("Form", "long")]
    public async Task A_room_that_others_stand_on_cannot_be_left_out()
    {
        var (exit, output) = await CompileWithout("Hosting/Storage/**;" + Composition);
        Assert.True(exit != 0 && output.Contains("error CS", StringComparison.Ordinal), output);
    }

    private static async Task<(int Exit, string Output)> CompileWithout(string rooms)
    {
        var folder = Directory.CreateTempSubdirectory("plenum-without-");
        // Only the compiler runs, into a folder of its own; a list survives as a variable, not as an argument.
        var start = new ProcessStartInfo("dotnet", [
            "build", Path.Combine(Sources.Root, "src/Plenum.Server"), "--no-restore", "--disable-build-servers", "-nologo", "-t:Compile",
            "-p:OutputType=Library", "-p:GenerateDocumentationFile=false", "-p:RunAnalyzers=false",
            $"-p:IntermediateOutputPath={folder.FullName}/"])
        {
            RedirectStandardOutput = true,
            Environment = { ["PlenumLeftOut"] = rooms },
        };
        using var compiler = Process.Start(start)!;
        var output = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        folder.Delete(recursive: true);
        return (compiler.ExitCode, output);
    }
}
