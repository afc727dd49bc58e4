namespace Plenum.Bench.Servers;

/// <summary>Where the build has put the servers.</summary>
internal static class Built
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Plenum => Program("src/Plenum.Server", "plenum.dll");

    public static string Bare => Program("bench/Plenum.Bench.Bare", "plenum-bench-bare.dll");

    private static string Program(string project, string file) => Path.Combine(Root, project, "bin", "Release", "net10.0", file);

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Plenum.slnx"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the bench inside the repository."));
}
