using System.Data.Common;
using Dapper;
using Plenum.Server.Accounts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Management.People;

/// <summary>
/// Erases a person: what they wrote goes, and their name gives way to nobody's wherever it stands. Each step can be taken again, so
/// that an erasure that broke off half-way is finished by repeating it. What the administrators did stays under their names.
/// </summary>
internal sealed class Erasing(Database database, ConferenceLog log, Tracing tracing, Audit audit)
{
    /// <summary>So many rows in one transaction, so that meetings need not wait for a long one.</summary>
    private const int Step = 200;

    public async Task Erase(PersonName person, Traces traces, Administrator who, CancellationToken cancellation)
    {
        foreach (var (conference, ids) in await tracing.Ids(person, cancellation)) await FromConference(person, conference, ids, cancellation);
        foreach (var texts in traces.Chat.Concat(traces.DirectMessages).Chunk(Step))
        {
            await Write(
                transaction => transaction.Connection!.ExecuteAsync(
                    "DELETE FROM texts WHERE conference_id = @Conference AND version = @Version", texts.Select(text => new { Conference = $"{new ConferenceId(text.Conference)}", text.Version }), transaction),
                cancellation);
        }

        await Write(transaction => FromTables(transaction, person, traces, who), cancellation);
    }

    private async Task FromConference(PersonName person, ConferenceId conference, IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        var unnaming = new Unnaming(person, ids);
        var unnamed = (await log.Read(conference, 0, cancellation)).Select(unnaming.Of).OfType<LogEntry>().ToList();
        // What could not be replayed would take the whole conference away, so nothing is written before all of it can be read.
        foreach (var entry in unnamed) EventRecord.Read(entry);
        foreach (var entries in unnamed.Chunk(Step))
        {
            await Write(
                transaction => transaction.Connection!.ExecuteAsync(
                    "UPDATE events SET body = @Body, cause = @Cause WHERE conference_id = @conference AND version = @Version",
                    entries.Select(entry => new { entry.Body, entry.Cause, conference = $"{conference}", entry.Version }),
                    transaction),
                cancellation);
        }

        await Write(
            async transaction =>
            {
                var connection = transaction.Connection!;
                if (await connection.ExecuteScalarAsync<string?>("SELECT body FROM snapshots WHERE conference_id = @conference", new { conference = $"{conference}" }, transaction) is not { } body) return;
                await connection.ExecuteAsync("UPDATE snapshots SET body = @body WHERE conference_id = @conference", new { body = unnaming.Of(body), conference = $"{conference}" }, transaction);
            },
            cancellation);
    }

    private async Task FromTables(DbTransaction transaction, PersonName person, Traces traces, Administrator who)
    {
        var connection = transaction.Connection!;
        foreach (var account in traces.Accounts.Select(account => (string)account["name"]!).Where(name => name != AdminAccounts.First))
        {
            await connection.ExecuteAsync("DELETE FROM sessions WHERE account = @account", new { account }, transaction);
            await connection.ExecuteAsync("DELETE FROM accounts WHERE name = @account", new { account }, transaction);
            await connection.ExecuteAsync("DELETE FROM removed_accounts WHERE name = @account", new { account }, transaction);
        }

        foreach (var device in traces.Registrations)
        {
            // The alias may be somebody else's by now.
            var table = device.ContainsKey("removedAt") ? "removed_registrations" : "registrations";
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE alias = @Alias", new { Alias = (string)device["alias"]! }, transaction);
        }

        foreach (var key in traces.ApiKeys) await connection.ExecuteAsync("UPDATE api_keys SET name = @Name WHERE id = @Id", new { Name = Unnaming.Somebody, Id = (string)key["id"]! }, transaction);
        foreach (var line in traces.Audit)
        {
            await connection.ExecuteAsync(
                "UPDATE audit SET target = @Target, detail = @Detail WHERE seq = @Seq",
                new { Target = person.Replace(line.Target, Unnaming.Somebody), Detail = person.Replace(line.Detail, Unnaming.Somebody), line.Seq },
                transaction);
        }

        foreach (var fault in traces.PluginFaults)
        {
            await connection.ExecuteAsync(
                "DELETE FROM plugin_faults WHERE plugin = @Plugin AND version = @Version AND entry = @Entry AND message = @Message", new { fault.Plugin, fault.Version, fault.Entry, fault.Message }, transaction);
        }

        foreach (var (table, column) in (ReadOnlySpan<(string, string)>)[("brandings", "uploaded_by"), ("branding_plans", "who"), ("retention", "who"), ("customizations", "changed_by")])
            connection.Execute($"UPDATE {table} SET {column} = @Name WHERE LOWER({column}) = LOWER(@Text)", new { Name = Unnaming.Somebody, person.Text }, transaction);
        var counts = traces.Counts().Where(count => count.Value > 0 && count.Key != "conferences named after them");
        await audit.Note(transaction, who, "person erased", "personal data", string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));
    }

    private Task Write(Func<DbTransaction, Task> work, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            await work(transaction);
            return true;
        },
        cancellation);
}
