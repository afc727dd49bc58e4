using System.Data.Common;
using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Conferences.Listings;

/// <summary>Conferences that were deleted and can be brought back as they were, PINs included, for thirty days.</summary>
internal sealed class RemovedConferences(Database database, TimeProvider time)
{
    /// <summary>Sets a listing aside along with its removal, and forgets those that are too old.</summary>
    public static async Task Keep(DbTransaction transaction, Listing listing, DateTimeOffset now)
    {
        var row = new
        {
            Id = $"{listing.Id}",
            listing.Name,
            Aliases = string.Join('\n', listing.Aliases),
            Settings = JsonSerializer.Serialize(listing.Settings, ListingJson.Default.ListingSettings),
            RemovedAt = now.ToUnixTimeMilliseconds(),
            Old = (now - SetAside.Kept).ToUnixTimeMilliseconds(),
        };
        await transaction.Connection!.ExecuteAsync("DELETE FROM removed_conferences WHERE removed_at < @Old OR id = @Id", row, transaction);
        await transaction.Connection!.ExecuteAsync(
            "INSERT INTO removed_conferences (id, name, aliases, settings, removed_at) VALUES (@Id, @Name, @Aliases, @Settings, @RemovedAt)", row, transaction);
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<RemovedConference>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT id AS Id, name AS Name, aliases AS Aliases, settings AS Settings, removed_at AS RemovedAt FROM removed_conferences
            WHERE removed_at >= @Old ORDER BY removed_at DESC, id
            """,
            new { Old = time.Oldest() });
        return [.. rows.Select(row => row.ToRemoved())];
    }

    /// <summary>It is listed again, so it is no longer aside.</summary>
    public static Task<int> Forget(DbTransaction transaction, ConferenceId id) => transaction.Connection!.ExecuteAsync(
        "DELETE FROM removed_conferences WHERE id = @Id", new { Id = $"{id}" }, transaction);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Aliases { get; init; } = "";

        public string Settings { get; init; } = "";

        public long RemovedAt { get; init; }

        public RemovedConference ToRemoved() => new(
            new Listing(ConferenceId.Parse(Id), Name, Aliases.Split('\n'), JsonSerializer.Deserialize(Settings, ListingJson.Default.ListingSettings)!),
            DateTimeOffset.FromUnixTimeMilliseconds(RemovedAt));
    }
}

/// <summary>A conference that was deleted, and when.</summary>
public sealed record RemovedConference(Listing Listing, DateTimeOffset At);
