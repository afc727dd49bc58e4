using System.Globalization;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>
/// Tells the other nodes which conferences moved, at most once per 10 ms and never inside an append's transaction: a
/// notification makes commits wait for each other. A lost one is made up for by the listeners' comparison.
/// </summary>
internal sealed class PostgresDoorbell : IAsyncDisposable
{
    /// <summary>The channel's name.</summary>
    public const string Channel = "plenum_moved";

    // A payload must stay under 8000 bytes; a pair is at most 36 + 1 + 19 digits and a comma.
    private const int PairsPerPayload = 130;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Tidings tidings = new();
    private readonly CancellationTokenSource closing = new();
    private readonly PostgresServer server;
    private readonly Task running;

    public PostgresDoorbell(PostgresServer server)
    {
        this.server = server;
        running = Run();
    }

    public static IEnumerable<Moved> Parse(string payload) =>
        from pair in payload.Split(',')
        select new Moved(
            Conferences.ConferenceId.Parse(pair[..36]),
            long.Parse(pair.AsSpan(37), CultureInfo.InvariantCulture));

    public void Ring(Moved moved) => tidings.Add(moved);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await running;
        closing.Dispose();
    }

    private async Task Run()
    {
        try
        {
            while (true)
            {
                await Notify(await tidings.Take(closing.Token));
                await Task.Delay(Pause, closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Closing: whoever listens compares.
        }
    }

    private async Task Notify(IReadOnlyList<Moved> moved)
    {
        string[] payloads = [.. moved
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{Stored.Id(one.Conference)}:{one.Version}"))
            .Chunk(PairsPerPayload)
            .Select(pairs => string.Join(',', pairs))];
        try
        {
            await server.Ask(
                async (connection, stop) =>
                {
                    await using var command = connection.Say(
                        $"SELECT pg_notify('{Channel}', payload) FROM unnest($1) AS bell (payload)", payloads);
                    return await command.ExecuteNonQueryAsync(stop);
                },
                closing.Token);
        }
        catch (LogUnavailable)
        {
            // Whoever listens compares.
        }
    }
}
