using System.Data.Common;
using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Plugins.Registry;

/// <summary>The UI plugins that there are. Each question asks the database, so that a change counts on every node at once.</summary>
internal sealed class UiPlugins(Database database, ServerKey key, TimeProvider time)
{
    public const int Most = 500;
    private const string Columns = "SELECT name AS Name, body AS Body, secrets AS Secrets, at AS At, who AS Who FROM ui_plugins";
    private readonly SealedBox sealing = new(key.Derive("secrets of UI plugins"));

    public async Task<IReadOnlyList<RegisteredPlugin>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Columns} ORDER BY name")).Select(Told)];
    }

    public async Task<RegisteredPlugin?> Find(ScriptName name, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.QueryFirstOrDefaultAsync<Row>($"{Columns} WHERE name = @name", new { name = name.Text }) is { } row ? Told(row) : null;
    }

    /// <summary>The secrets of a plugin, for scripts on the server alone.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Secrets(ScriptName name, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return Opened(await connection.QueryFirstOrDefaultAsync<string>("SELECT secrets FROM ui_plugins WHERE name = @name", new { name = name.Text }));
    }

    /// <summary>Puts a plugin in the place of what has its name. A secret that is null is taken away, one that is not named stays while the plugin still has such a field.</summary>
    public Task<bool> Put(UiPlugin plugin, IReadOnlyDictionary<string, string?> secrets, IReadOnlySet<string> fields, string who, Func<DbTransaction, bool, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var before = await connection.QueryFirstOrDefaultAsync<string>("SELECT secrets FROM ui_plugins WHERE name = @Name", new { plugin.Name }, transaction);
            var kept = Opened(before).Where(one => fields.Contains(one.Key) && !secrets.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => one.Value);
            foreach (var (name, value) in secrets) if (value is not null) kept[name] = value;
            await connection.ExecuteAsync(
                """
                INSERT INTO ui_plugins (name, body, secrets, at, who) VALUES (@Name, @Body, @Secrets, @At, @who)
                ON CONFLICT (name) DO UPDATE SET body = excluded.body, secrets = excluded.secrets, at = excluded.at, who = excluded.who
                """,
                new
                {
                    plugin.Name,
                    Body = JsonSerializer.Serialize(plugin, RegistryJson.Default.UiPlugin),
                    Secrets = kept.Count == 0 ? "" : sealing.Seal(JsonSerializer.SerializeToUtf8Bytes(kept, RegistryJson.Default.DictionaryStringString)),
                    At = Stored.Time(time.GetUtcNow()),
                    who,
                },
                transaction);
            await along(transaction, before is null);
            return before is null;
        },
        cancellation);

    public Task<bool> Remove(ScriptName name, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var removed = await transaction.Connection!.ExecuteAsync("DELETE FROM ui_plugins WHERE name = @name", new { name = name.Text }, transaction) > 0;
            if (removed) await along(transaction);
            return removed;
        },
        cancellation);

    private Dictionary<string, string> Opened(string? secrets) =>
        sealing.Open(secrets) is { } plain ? JsonSerializer.Deserialize(plain, RegistryJson.Default.DictionaryStringString)! : [];

    private RegisteredPlugin Told(Row row) => new(
        JsonSerializer.Deserialize(row.Body, RegistryJson.Default.UiPlugin)!, [.. Opened(row.Secrets).Keys.Order()], Stored.Time(row.At), row.Who);

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public string Body { get; init; } = "";

        public string Secrets { get; init; } = "";

        public long At { get; init; }

        public string Who { get; init; } = "";
    }
}
