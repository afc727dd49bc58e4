namespace Plenum.Server.Hosting.Backups;

/// <summary>How one engine's database gets into an archive and out again, always whole; servers may go on meanwhile.</summary>
internal abstract class DatabaseCopy
{
    /// <summary>The engine's name in a manifest; an archive restores into the engine that it came from.</summary>
    public abstract string Engine { get; }

    public static DatabaseCopy Choose(string? connectionString) =>
        string.IsNullOrWhiteSpace(connectionString) ? new SqliteCopy() : new PostgresCopy(connectionString);

    /// <summary>Writes one consistent moment into the folder and says which schema it has.</summary>
    public abstract Task<int> Take(string data, string folder, CancellationToken cancellation);

    /// <summary>Refuses when there is something to lose.</summary>
    public abstract Task MustBeEmpty(CancellationToken cancellation);

    /// <summary>Puts what <see cref="Take"/> wrote in place; <paramref name="data"/> is the folder that will become the data folder.</summary>
    public abstract Task Put(string folder, string data, int schema, CancellationToken cancellation);
}
