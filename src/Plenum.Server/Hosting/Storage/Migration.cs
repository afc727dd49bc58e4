using System.Globalization;

namespace Plenum.Server.Hosting.Storage;

/// <summary>One numbered step of the database's schema; once released, it never changes.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>Every step of a dialect that this program knows, in order.</summary>
    public static IReadOnlyList<Migration> Of(string dialect) =>
        [.. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(dialect + "/", StringComparison.Ordinal))
            .Select(Load)
            .OrderBy(migration => migration.Version)];

    /// <summary>The steps that a database at a version still needs; refuses a database that is ahead of the program.</summary>
    public static IReadOnlyList<Migration> Pending(IReadOnlyList<Migration> known, int reached) =>
        reached <= known[^1].Version
            ? [.. known.Where(migration => migration.Version > reached)]
            : throw new StorageRefused(
                $"The database has schema {reached}, newer than this program, which knows {known[^1].Version}: "
                + "start the newer Plenum again, or restore the backup taken before the upgrade.");

    private static Migration Load(string resource)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!);
        var file = Path.GetFileNameWithoutExtension(resource);
        return new Migration(int.Parse(file[..4], CultureInfo.InvariantCulture), file[5..], reader.ReadToEnd());
    }
}
