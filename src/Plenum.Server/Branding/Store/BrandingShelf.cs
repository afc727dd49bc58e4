using System.Data.Common;
using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Branding.Store;

/// <summary>Every branding that was uploaded, in the database, so that backups have them and every node does.</summary>
internal sealed class BrandingShelf(Database database, TimeProvider time)
{
    private const string Columns =
        "id AS Id, name AS Name, branding_id AS BrandingId, files AS Files, bytes AS Bytes, plugins AS Plugins, findings AS Findings, uploaded_at AS UploadedAt, uploaded_by AS UploadedBy, removed_at AS RemovedAt";

    private readonly BrandingPieces _pieces = new(database, time);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<StoredBranding>> All(CancellationToken cancellation) => Those("removed_at IS NULL ORDER BY uploaded_at DESC, id", cancellation);

    /// <summary>What was deleted and can be brought back, the latest first.</summary>
    public Task<IReadOnlyList<StoredBranding>> Removed(CancellationToken cancellation) => Those("removed_at >= @Old ORDER BY removed_at DESC, id", cancellation);

    public async Task<StoredBranding?> Find(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryFirstOrDefaultAsync<Row>($"SELECT {Columns} FROM brandings WHERE id = @id AND removed_at IS NULL", new { id }))?.ToBranding();
    }

    /// <summary>The ZIP of a branding, or null when there is none.</summary>
    public async Task<byte[]?> Package(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var upload = await connection.ExecuteScalarAsync<string?>("SELECT upload FROM brandings WHERE id = @id AND removed_at IS NULL", new { id });
        return upload is null ? null : await BrandingPieces.Read(connection, upload);
    }

    /// <summary>Keeps a branding. The pieces come first and the row last, so that it is there whole or not at all; the same content twice is one. What was deleted comes back with what is said of it now.</summary>
    public async Task<StoredBranding> Add(BrandingFiles files, StoredBranding about, Func<DbTransaction, Task> along, CancellationToken cancellation)
    {
        var upload = await _pieces.Write(PackedBranding.Pack(files.Files), cancellation);
        return await database.Write(
            async transaction =>
            {
                await Delete(transaction, about.Id, "removed_at IS NOT NULL");
                var added = await transaction.Connection!.ExecuteAsync(
                    """
                    INSERT INTO brandings (id, name, branding_id, files, bytes, plugins, findings, uploaded_at, uploaded_by, upload)
                    VALUES (@Id, @Name, @BrandingId, @Files, @Bytes, @Plugins, @Findings, @UploadedAt, @UploadedBy, @Upload)
                    ON CONFLICT (id) DO NOTHING
                    """,
                    Row.Parameters(about, upload),
                    transaction);
                if (added == 0) await BrandingPieces.Remove(transaction, upload);
                else await along(transaction);
                return added > 0 ? about : (await transaction.Connection!.QuerySingleAsync<Row>($"SELECT {Columns} FROM brandings WHERE id = @Id", new { about.Id }, transaction)).ToBranding();
            },
            cancellation);
    }

    /// <summary>Sets it aside with its files, so that it can be brought back for a while.</summary>
    public Task<bool> Remove(string id, Func<DbTransaction, Task> along, CancellationToken cancellation) =>
        Move("UPDATE brandings SET removed_at = @Now WHERE id = @id AND removed_at IS NULL", id, along, cancellation);

    public Task<bool> Restore(string id, Func<DbTransaction, Task> along, CancellationToken cancellation) =>
        Move("UPDATE brandings SET removed_at = NULL WHERE id = @id AND removed_at >= @Old", id, along, cancellation);

    /// <summary>Takes away for good what was only stored to be looked at.</summary>
    public Task<bool> Discard(string id, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            if (!await Delete(transaction, id, "removed_at IS NULL")) return false;
            await along(transaction);
            return true;
        },
        cancellation);

    /// <summary>Takes away what uploads left that never came to their end.</summary>
    public Task Sweep(CancellationToken cancellation) => _pieces.Sweep(cancellation);

    private async Task<IReadOnlyList<StoredBranding>> Those(string which, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>($"SELECT {Columns} FROM brandings WHERE {which}", new { Old = time.Oldest() });
        return [.. rows.Select(row => row.ToBranding())];
    }

    private Task<bool> Move(string sql, string id, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var moved = await transaction.Connection!.ExecuteAsync(sql, new { id, Now = time.GetUtcNow().ToUnixTimeMilliseconds(), Old = time.Oldest() }, transaction);
            if (moved > 0) await along(transaction);
            return moved > 0;
        },
        cancellation);

    private static async Task<bool> Delete(DbTransaction transaction, string id, string which)
    {
        if (await transaction.Connection!.ExecuteScalarAsync<string?>($"SELECT upload FROM brandings WHERE id = @id AND {which}", new { id }, transaction) is not { } upload) return false;
        await transaction.Connection!.ExecuteAsync("DELETE FROM brandings WHERE id = @id", new { id }, transaction);
        await BrandingPieces.Remove(transaction, upload);
        return true;
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string BrandingId { get; init; } = "";

        public long Files { get; init; }

        public long Bytes { get; init; }

        public string Plugins { get; init; } = "";

        public string Findings { get; init; } = "";

        public long UploadedAt { get; init; }

        public string UploadedBy { get; init; } = "";

        public long? RemovedAt { get; init; }

        public static object Parameters(StoredBranding branding, string upload) => new
        {
            branding.Id,
            branding.Name,
            branding.BrandingId,
            branding.Files,
            branding.Bytes,
            Plugins = JsonSerializer.Serialize(branding.Plugins, ShelfJson.Default.IReadOnlyListPackagedPlugin),
            Findings = JsonSerializer.Serialize(branding.Findings, ShelfJson.Default.IReadOnlyListFinding),
            UploadedAt = branding.UploadedAt.ToUnixTimeMilliseconds(),
            branding.UploadedBy,
            Upload = upload,
        };

        public StoredBranding ToBranding() => new(
            Id, Name, BrandingId, (int)Files, Bytes,
            JsonSerializer.Deserialize(Plugins, ShelfJson.Default.IReadOnlyListPackagedPlugin)!,
            JsonSerializer.Deserialize(Findings, ShelfJson.Default.IReadOnlyListFinding)!,
            DateTimeOffset.FromUnixTimeMilliseconds(UploadedAt),
            UploadedBy)
        {
            RemovedAt = RemovedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        };
    }
}
