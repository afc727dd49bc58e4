namespace Plenum.Tests.Running;

/// <summary>Where the tests' own source tree is, and what was built from it in the same configuration as the tests.</summary>
public static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string ServerBinary { get; } = Path.Combine(
        Root, "src", "Plenum.Server", "bin", Configuration, "net10.0", "plenum.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Above(string folder) => Directory.GetParent(folder) switch
    {
        null => throw new InvalidOperationException("The tests do not run inside the repository."),
        var parent when File.Exists(Path.Combine(parent.FullName, "Plenum.slnx")) => parent.FullName,
        var parent => Above(parent.FullName),
    };
}
