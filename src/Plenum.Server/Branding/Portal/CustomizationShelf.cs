using System.Collections.Frozen;
using System.Data.Common;
using Dapper;
using Plenum.Server.Branding.Store;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Branding.Portal;

/// <summary>Every customization, in the database: a row that is replaced whole by its next version, and its files in pieces.</summary>
internal sealed class CustomizationShelf(Database database, TimeProvider time, SecretSeal seal) : IDisposable
{
    public const int Most = 200;

    private const string Columns =
        "id AS Id, name AS Name, body AS Body, secrets AS Secrets, upload AS Upload, preview AS Preview, version AS Version, changed_at AS ChangedAt, changed_by AS ChangedBy, removed_at AS RemovedAt";

    private static readonly FrozenDictionary<string, byte[]> NoFiles = FrozenDictionary<string, byte[]>.Empty;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly BrandingPieces _pieces = new(database, time);

    /// <summary>Files never change under their name, and whoever works on one customization asks for the same ones again and again.</summary>
    private volatile KeptUpload? _last;

    /// <summary>By name; or what was deleted and can be brought back, the latest first.</summary>
    public async Task<IReadOnlyList<StoredCustomization>> All(bool removed, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<CustomizationRow>(removed
            ? $"SELECT {Columns} FROM customizations WHERE removed_at >= @old ORDER BY removed_at DESC, id"
            : $"SELECT {Columns} FROM customizations WHERE removed_at IS NULL ORDER BY LOWER(name), id", new { old = Old() });
        return [.. rows.Select(row => row.ToStored(seal))];
    }

    public async Task<StoredCustomization?> Find(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryFirstOrDefaultAsync<CustomizationRow>($"SELECT {Columns} FROM customizations WHERE id = @id AND removed_at IS NULL", new { id = $"{id}" }))?.ToStored(seal);
    }

    public async Task<IReadOnlyDictionary<string, byte[]>> Files(StoredCustomization stored, CancellationToken cancellation)
    {
        if (stored.Upload.Length == 0) return NoFiles;
        if (_last is { } last && last.Upload == stored.Upload) return last.Files;
        await using var connection = await database.Open(cancellation);
        var packed = await BrandingPieces.Read(connection, stored.Upload);
        // Another server has just put others in their place: whoever changes something with those finds that out, and looks again.
        if (packed.Length == 0 && await Find(stored.Value.Id, cancellation) is var now && now?.Upload != stored.Upload) return now is null ? NoFiles : await Files(now, cancellation);
        var files = PackedBranding.Unpack(packed).Files;
        _last = new KeptUpload(stored.Upload, files);
        return files;
    }

    /// <summary>Keeps a new one; the same id twice is one.</summary>
    public async Task<StoredCustomization> Add(Draft draft, string who, Func<DbTransaction, Task> along, CancellationToken cancellation)
    {
        var stored = new StoredCustomization(draft.Value, draft.Secrets, await Write(draft.Files, cancellation), "", 1, Now(), who, null);
        await database.Write(
            async transaction =>
            {
                var added = await transaction.Connection!.ExecuteAsync(
                    """
                    INSERT INTO customizations (id, name, body, secrets, upload, preview, version, changed_at, changed_by, removed_at)
                    VALUES (@Id, @Name, @Body, @Secrets, @Upload, @Preview, @Version, @ChangedAt, @ChangedBy, @RemovedAt) ON CONFLICT (id) DO NOTHING
                    """, CustomizationRow.Of(stored, seal), transaction);
                if (added > 0) await along(transaction);
                return added;
            }, cancellation);
        return stored;
    }

    /// <summary>Replaces it by what becomes of it; who changed it in this very moment elsewhere comes first. Null when it is gone.</summary>
    public async Task<StoredCustomization?> Change(Guid id, string who, Func<Draft, Draft> change, Func<DbTransaction, Task> along, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                if (await Find(id, cancellation) is not { } stored) return null;
                var before = stored.Draft(await Files(stored, cancellation));
                var after = change(before);
                var upload = ReferenceEquals(before.Files, after.Files) ? stored.Upload : await Write(after.Files, cancellation);
                var next = stored with { Value = after.Value, Secrets = after.Secrets, Upload = upload, Version = stored.Version + 1, ChangedAt = Now(), ChangedBy = who };
                if (await Replace(stored, next, along, cancellation)) return next;
                if (upload != stored.Upload) await _pieces.Forget(upload);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Which branding was stored to look at it.</summary>
    public Task Previewed(Guid id, string branding, CancellationToken cancellation) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync("UPDATE customizations SET preview = @branding WHERE id = @id", new { id = $"{id}", branding }, transaction), cancellation);

    /// <summary>Sets it aside, and forgets those that were long ago.</summary>
    public Task<bool> Remove(Guid id, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("DELETE FROM customizations WHERE removed_at < @old", new { old = Old() }, transaction);
            var removed = await transaction.Connection!.ExecuteAsync(
                "UPDATE customizations SET removed_at = @now, version = version + 1 WHERE id = @id AND removed_at IS NULL", new { now = Now().ToUnixTimeMilliseconds(), id = $"{id}" }, transaction);
            if (removed > 0) await along(transaction);
            return removed > 0;
        }, cancellation);

    public Task<bool> Restore(Guid id, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var restored = await transaction.Connection!.ExecuteAsync(
                "UPDATE customizations SET removed_at = NULL, version = version + 1 WHERE id = @id AND removed_at >= @old", new { id = $"{id}", old = Old() }, transaction);
            if (restored > 0) await along(transaction);
            return restored > 0;
        }, cancellation);

    public void Dispose() => _oneAtATime.Dispose();

    private Task<bool> Replace(StoredCustomization before, StoredCustomization next, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var replaced = await transaction.Connection!.ExecuteAsync(
                """
                UPDATE customizations SET name = @Name, body = @Body, secrets = @Secrets, upload = @Upload, version = @Version, changed_at = @ChangedAt, changed_by = @ChangedBy
                WHERE id = @Id AND version = @Version - 1 AND removed_at IS NULL
                """, CustomizationRow.Of(next, seal), transaction);
            if (replaced == 0) return false;
            if (before.Upload != next.Upload)
                await transaction.Connection!.ExecuteAsync(
                    "DELETE FROM branding_pieces WHERE upload = @Upload AND upload NOT IN (SELECT upload FROM customizations)", new { before.Upload }, transaction);
            await along(transaction);
            return true;
        }, cancellation);

    private async Task<string> Write(IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellation) =>
        files.Count == 0 ? "" : await _pieces.Write(PackedBranding.Pack(files), cancellation);

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private long Old() => time.Oldest();

    private sealed record KeptUpload(string Upload, IReadOnlyDictionary<string, byte[]> Files);
}
