using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Plugins.Messages;

/// <summary>The pages in which plugins run, as they announced themselves.</summary>
internal sealed class Tabs(Database database, TimeProvider time)
{
    private const string Columns = "SELECT tab AS Id, conference AS Conference, participant AS Participant FROM ui_tabs";

    /// <summary>Notes that a page is there; false when its id is somebody else's.</summary>
    public Task<bool> Announce(Tab tab, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var row = new { tab.Id, Conference = Stored.Id(tab.Conference), Participant = Stored.Id(tab.Participant), At = Stored.Time(time.GetUtcNow()) };
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO ui_tabs (tab, conference, participant, last_seq, at) VALUES (@Id, @Conference, @Participant, 0, @At) ON CONFLICT (tab) DO NOTHING", row, transaction);
            return await transaction.Connection!.ExecuteAsync("UPDATE ui_tabs SET at = @At WHERE tab = @Id AND conference = @Conference AND participant = @Participant", row, transaction) > 0;
        },
        cancellation);

    public async Task<IReadOnlyList<Tab>> Of(Guid participant, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Columns} WHERE participant = @participant", new { participant = Stored.Id(participant) })).Select(row => row.ToTab())];
    }

    public async Task<Tab?> Find(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryFirstOrDefaultAsync<Row>($"{Columns} WHERE tab = @id", new { id }))?.ToTab();
    }

    public async Task<IReadOnlyList<Tab>> In(Guid? conference, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Columns} WHERE @all = 1 OR conference = @conference", new { all = conference is null ? 1 : 0, conference = conference is { } one ? Stored.Id(one) : "" })).Select(row => row.ToTab())];
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Conference { get; init; } = "";

        public string Participant { get; init; } = "";

        public Tab ToTab() => new(Id, Guid.Parse(Conference), Guid.Parse(Participant));
    }
}
