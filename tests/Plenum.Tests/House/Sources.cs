using Plenum.Tests.Running;

namespace Plenum.Tests.House;

/// <summary>The sources as they lie on disk, without what builds leave behind.</summary>
internal static class Sources
{
    private static readonly string[] Foreign = ["bin", "obj", "node_modules", "dist", "out", "data", "TestResults", ".git", "seeds"];

    public static string Root => Repository.Root;

    public static IEnumerable<SourceFile> Files(params string[] extensions) => Below(new DirectoryInfo(Root))
        .Where(file => extensions.Contains(file.Extension))
        .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName), File.ReadAllText(file.FullName)));

    /// <summary>Samples of what is wrong live among the house tests, so those do not judge themselves by their text.</summary>
    public static IEnumerable<SourceFile> Judged(params string[] extensions) =>
        Files(extensions).Where(file => !file.Path.StartsWith("tests/Plenum.Tests/House/", StringComparison.Ordinal));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(inner => !Foreign.Contains(inner.Name)).SelectMany(Below));
}
