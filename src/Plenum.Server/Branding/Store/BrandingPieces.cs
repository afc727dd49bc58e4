using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Branding.Store;

/// <summary>The bytes of packages in pieces, each in a short transaction of its own, so that no meeting waits for an upload.</summary>
internal sealed class BrandingPieces(Database database, TimeProvider time)
{
    private const int Longest = 256 * 1024;

    /// <summary>No upload takes longer; what nobody took in by then is nobody's.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _began = time.GetUtcNow();

    /// <summary>Returns under which name the pieces lie. When it fails half-way, what was written is taken away.</summary>
    public async Task<string> Write(byte[] bytes, CancellationToken cancellation)
    {
        var upload = $"{Guid.CreateVersion7()}";
        try
        {
            foreach (var (place, piece) in bytes.Chunk(Longest).Index())
            {
                await database.Write(
                    transaction => transaction.Connection!.ExecuteAsync(
                        "INSERT INTO branding_pieces (upload, place, bytes, written_at) VALUES (@upload, @place, @piece, @now)",
                        new { upload, place, piece, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
                        transaction),
                    cancellation);
            }
            return upload;
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException)
        {
            await Forget(upload);
            throw;
        }
    }

    public static async Task<byte[]> Read(DbConnection connection, string upload)
    {
        var pieces = await connection.QueryAsync<byte[]>("SELECT bytes FROM branding_pieces WHERE upload = @upload ORDER BY place", new { upload });
        var whole = new MemoryStream();
        foreach (var piece in pieces) whole.Write(piece);
        return whole.ToArray();
    }

    public static Task Remove(DbTransaction transaction, string upload) =>
        transaction.Connection!.ExecuteAsync("DELETE FROM branding_pieces WHERE upload = @upload", new { upload }, transaction);

    /// <summary>Takes away what belongs to nothing. Where no other program writes, nobody is left to finish what was begun before this one.</summary>
    public Task Sweep(CancellationToken cancellation) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync(
            "DELETE FROM branding_pieces WHERE written_at < @before AND upload NOT IN (SELECT upload FROM brandings) AND upload NOT IN (SELECT upload FROM customizations)",
            new { before = Nobodys().ToUnixTimeMilliseconds() },
            transaction),
        cancellation);

    private DateTimeOffset Nobodys()
    {
        var longAgo = time.GetUtcNow() - Patience;
        return database.Shared || longAgo > _began ? longAgo : _began;
    }

    /// <summary>Takes away what was written and is not wanted after all.</summary>
    public async Task Forget(string upload)
    {
        try
        {
            await database.Write(
                async transaction =>
                {
                    await Remove(transaction, upload);
                    return true;
                },
                CancellationToken.None);
        }
        catch (DbException)
        {
            // The storage is away; the next start sweeps.
            return;
        }
    }
}
