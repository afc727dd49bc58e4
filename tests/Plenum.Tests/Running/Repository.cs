namespace Plenum.Tests.Running;

/// <summary>Where the tests' own source tree is.</summary>
public static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) => Directory.GetParent(folder) switch
    {
        null => throw new InvalidOperationException("The tests do not run inside the repository."),
        var parent when File.Exists(Path.Combine(parent.FullName, "Plenum.slnx")) => parent.FullName,
        var parent => Above(parent.FullName),
    };
}
