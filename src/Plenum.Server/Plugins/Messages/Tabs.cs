using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Plugins.Messages;

/// <summary>The pages in which plugins run, as they announced themselves.</summary>
internal sealed class Tabs(Database database, TimeProvider time)
{
    private const string Columns = "SELECT tab AS Id, conference AS Conference, participant AS Holder, account AS Account, in_groups AS InGroups FROM ui_tabs";

    /// <summary>Notes that a page is there; false when its id is somebody else's. A participant has one page: a new one takes the place of the one before.</summary>
    public Task<bool> Announce(Tab tab, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var row = new
            {
                tab.Id,
                Conference = Stored.Id(tab.Conference),
                tab.User,
                Account = tab.Account.ToLowerInvariant(),
                Groups = JsonSerializer.Serialize(tab.Groups, MessagesJson.Default.IReadOnlyListString),
                At = Stored.Time(time.GetUtcNow()),
            };
            var isNew = await connection.ExecuteAsync(
                "INSERT INTO ui_tabs (tab, conference, participant, account, in_groups, last_seq, at) VALUES (@Id, @Conference, @User, @Account, @Groups, 0, @At) ON CONFLICT (tab) DO NOTHING", row, transaction) > 0;
            if (isNew && !tab.Elsewhere) await connection.ExecuteAsync("UPDATE ui_tabs SET superseded = 1 WHERE conference = @Conference AND participant = @User AND tab <> @Id", row, transaction);
            return await connection.ExecuteAsync(
                "UPDATE ui_tabs SET at = @At, account = @Account, in_groups = @Groups WHERE tab = @Id AND conference = @Conference AND participant = @User", row, transaction) > 0;
        },
        cancellation);

    /// <summary>A page of another app is there still.</summary>
    public Task Seen(string tab, CancellationToken cancellation) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync("UPDATE ui_tabs SET at = @at WHERE tab = @tab", new { tab, at = Stored.Time(time.GetUtcNow()) }, transaction), cancellation);

    public async Task<Tab?> Find(string id, CancellationToken cancellation) => (await Read("tab = @id", new { id }, cancellation)).SingleOrDefault();

    /// <summary>All that a user has: a participant by its id or by the account, or somebody of another app.</summary>
    public Task<IReadOnlyList<Tab>> Of(string user, CancellationToken cancellation) => user.Length == 0
        ? Task.FromResult<IReadOnlyList<Tab>>([])
        : Read("(participant = @user OR account = @account) AND superseded = 0", new { user, account = user.ToLowerInvariant() }, cancellation);

    public Task<IReadOnlyList<Tab>> In(Guid conference, CancellationToken cancellation) =>
        Read("conference = @conference AND superseded = 0", new { conference = Stored.Id(conference) }, cancellation);

    public Task<IReadOnlyList<Tab>> All(CancellationToken cancellation) => Read("superseded = 0", new { }, cancellation);

    /// <summary>When pages of other apps were last seen, of those that were seen since.</summary>
    public async Task<IReadOnlySet<string>> SeenSince(DateTimeOffset since, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryAsync<string>("SELECT tab FROM ui_tabs WHERE conference = @elsewhere AND at >= @since", new { elsewhere = Stored.Id(Guid.Empty), since = Stored.Time(since) })).ToHashSet();
    }

    private async Task<IReadOnlyList<Tab>> Read(string which, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Columns} WHERE {which}", parameters)).Select(row => row.ToTab())];
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Conference { get; init; } = "";

        public string Holder { get; init; } = "";

        public string Account { get; init; } = "";

        public string InGroups { get; init; } = "";

        public Tab ToTab() => new(Id, Guid.Parse(Conference), Holder) { Account = Account, Groups = JsonSerializer.Deserialize(InGroups, MessagesJson.Default.IReadOnlyListString)! };
    }
}
