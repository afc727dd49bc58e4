using System.Collections.Frozen;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Conferences.Listings;

/// <summary>
/// Which conferences there are and what they are called. Read from an immutable page that is replaced whole, so looking up
/// an alias that nobody configured costs nothing.
/// </summary>
public sealed class ConferenceDirectory(Database database, TimeProvider time)
{
    private volatile Page page = Page.Empty;

    public Listing? Find(ConferenceAlias alias) => page.ByAlias.GetValueOrDefault(alias.Text);

    public Listing? Find(ConferenceId id) => page.ById.GetValueOrDefault(id);

    /// <summary>Every group that a conference is in, and how many are.</summary>
    public IReadOnlyDictionary<string, int> Groups() =>
        page.Sorted.SelectMany(listing => listing.Settings.Groups).CountBy(group => group).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>The listings whose name or alias contains the text, or that are in a group of that name, by name.</summary>
    public IReadOnlyList<Listing> Search(string? text) => string.IsNullOrWhiteSpace(text)
        ? page.Sorted
        : [.. page.Sorted.Where(listing => listing.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || listing.Aliases.Any(alias => alias.Contains(text, StringComparison.OrdinalIgnoreCase))
            || listing.Settings.Groups.Contains(text, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Reads everything anew: at the start, and when another node changed something.</summary>
    public async Task Load(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            "SELECT id AS Id, name AS Name, settings AS Settings, created_at AS CreatedAt, changed_at AS ChangedAt FROM conferences");
        var aliases = (await connection.QueryAsync<(string Conference, string Alias)>(
            "SELECT conference_id, alias FROM aliases ORDER BY alias")).ToLookup(pair => pair.Conference, pair => pair.Alias);
        page = Page.Of([.. rows.Select(row => row.ToListing([.. aliases[row.Id]]))]);
    }

    /// <summary>Reads everything anew only if something was added, removed or changed since.</summary>
    public async Task LoadIfChanged(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (count, newest) = await connection.QuerySingleAsync<(long Count, long Newest)>(
            "SELECT COUNT(*), COALESCE(MAX(changed_at), 0) FROM conferences");
        var known = page.Sorted;
        if (count == known.Count && newest == (known.Count == 0 ? 0 : known.Max(listing => listing.ChangedAt.ToUnixTimeMilliseconds()))) return;
        await Load(cancellation);
    }

    /// <summary>Lists a new conference; null when one of its aliases is taken. What else must be written goes along.</summary>
    public Task<Listing?> Add(Listing listing, CancellationToken cancellation, Func<DbTransaction, Task>? along = null) => Keep(listing, along, async transaction =>
        await transaction.Connection!.ExecuteAsync(
            "INSERT INTO conferences (id, name, kind, settings, created_at, changed_at) VALUES (@Id, @Name, @Kind, @Settings, @Now, @Now)",
            Row.Parameters(listing, time),
            transaction), cancellation);

    /// <summary>Replaces a listing; null when it is gone or one of its aliases belongs to another.</summary>
    public Task<Listing?> Change(Listing listing, CancellationToken cancellation, Func<DbTransaction, Task>? along = null) => Keep(listing, along, async transaction =>
        await transaction.Connection!.ExecuteAsync(
            "UPDATE conferences SET name = @Name, kind = @Kind, settings = @Settings, changed_at = @Now WHERE id = @Id",
            Row.Parameters(listing, time),
            transaction), cancellation);

    /// <summary>Its log stays until retention; the listing stays aside, so that it can be brought back.</summary>
    public async Task<bool> Remove(ConferenceId id, CancellationToken cancellation, Func<DbTransaction, Task>? along = null)
    {
        var removed = await database.Write(
            async transaction =>
            {
                if (Find(id) is { } listing) await RemovedConferences.Keep(transaction, listing, time.GetUtcNow());
                await transaction.Connection!.ExecuteAsync("DELETE FROM aliases WHERE conference_id = @Id", new { Id = id.ToString() }, transaction);
                var gone = await transaction.Connection!.ExecuteAsync("DELETE FROM conferences WHERE id = @Id", new { Id = id.ToString() }, transaction);
                if (gone > 0 && along is not null) await along(transaction);
                return gone;
            },
            cancellation);
        await Load(cancellation);
        return removed > 0;
    }

    private async Task<Listing?> Keep(
        Listing listing, Func<DbTransaction, Task>? along, Func<DbTransaction, Task<int>> keep, CancellationToken cancellation)
    {
        var kept = await database.Write(
            async transaction =>
            {
                var taken = await transaction.Connection!.ExecuteScalarAsync<long>(
                    $"SELECT COUNT(*) FROM aliases WHERE conference_id <> @Id AND {In("alias", listing.Aliases, out var names)}",
                    With(names, listing.Id),
                    transaction);
                if (taken > 0 || await keep(transaction) == 0) return false;
                await transaction.Connection!.ExecuteAsync(
                    "DELETE FROM aliases WHERE conference_id = @Id", new { Id = listing.Id.ToString() }, transaction);
                await transaction.Connection!.ExecuteAsync(
                    "INSERT INTO aliases (alias, conference_id) VALUES (@Alias, @Id)",
                    listing.Aliases.Select(alias => new { Alias = alias, Id = listing.Id.ToString() }),
                    transaction);
                if (along is not null) await along(transaction);
                return true;
            },
            cancellation);
        await Load(cancellation);
        return kept ? Find(listing.Id) : null;
    }

    /// <summary>A list of parameters that both dialects understand.</summary>
    private static string In(string column, IReadOnlyList<string> values, out DynamicParameters parameters)
    {
        parameters = new DynamicParameters();
        for (var i = 0; i < values.Count; i++) parameters.Add($"p{i}", values[i]);
        return $"{column} IN ({string.Join(", ", Enumerable.Range(0, values.Count).Select(i => $"@p{i}"))})";
    }

    private static DynamicParameters With(DynamicParameters parameters, ConferenceId id)
    {
        parameters.Add("Id", id.ToString());
        return parameters;
    }

    private sealed record Page(
        FrozenDictionary<string, Listing> ByAlias, FrozenDictionary<ConferenceId, Listing> ById, IReadOnlyList<Listing> Sorted)
    {
        public static readonly Page Empty = Of([]);

        public static Page Of(IReadOnlyList<Listing> listings) => new(
            listings.SelectMany(listing => listing.Aliases.Select(alias => (alias, listing)))
                .ToFrozenDictionary(pair => pair.alias, pair => pair.listing),
            listings.ToFrozenDictionary(listing => listing.Id),
            [.. listings.OrderBy(listing => listing.Name, StringComparer.OrdinalIgnoreCase).ThenBy(listing => listing.Id)]);
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Settings { get; init; } = "";

        public long CreatedAt { get; init; }

        public long ChangedAt { get; init; }

        public static object Parameters(Listing listing, TimeProvider time) => new
        {
            Id = listing.Id.ToString(),
            listing.Name,
            Kind = $"{listing.Terms.Kind}",
            Settings = JsonSerializer.Serialize(listing.Settings, ListingJson.Default.ListingSettings),
            Now = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };

        public Listing ToListing(IReadOnlyList<string> aliases) => new(
            ConferenceId.Parse(Id), Name, aliases, JsonSerializer.Deserialize(Settings, ListingJson.Default.ListingSettings)!)
        {
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(ChangedAt),
        };
    }
}
