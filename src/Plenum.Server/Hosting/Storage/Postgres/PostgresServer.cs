using Npgsql;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>Where the server is and how it is spoken to: prepared by itself, and never longer than a command may take.</summary>
internal sealed class PostgresServer(NpgsqlConnectionStringBuilder address) : IAsyncDisposable
{
    /// <summary>The database's time in Unix milliseconds: the one clock that all nodes agree on.</summary>
    public const string Now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(address);

    public string Place => $"{address.Host}:{address.Port}";

    public string User => address.Username ?? "";

    public string Name => address.Database ?? address.Username ?? "";

    public static PostgresServer At(string connectionString)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(connectionString);
            address.ApplicationName ??= "plenum";
            address.CommandTimeout = 5;
            address.Timeout = Math.Min(address.Timeout, 5);
            // A broken server must not keep anybody for the two seconds that cancelling may take.
            address.CancellationTimeout = -1;
            address.MaxAutoPrepare = Math.Max(address.MaxAutoPrepare, 64);
            address.AutoPrepareMinUsages = 2;
            address.NoResetOnClose = true;
            // A node that is cut off in the middle of a batch must not keep its conferences' heads locked.
            address.Options = $"{address.Options} -c idle_in_transaction_session_timeout=2000".Trim();
            return new PostgresServer(address);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The message of the parser may quote the string, and with it the password.
            throw new StorageRefused(
                "The database's connection string cannot be read: write it like "
                + "\"Host=127.0.0.1;Port=5432;Database=plenum;Username=plenum;Password=...\".",
                fault);
        }
    }

    /// <summary>A connection of its own, outside the pool, for listening.</summary>
    public async Task<NpgsqlConnection> Apart(CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(address.ConnectionString)
        {
            ApplicationName = "plenum listener",
            Pooling = false,
            CommandTimeout = 1,
            Timeout = 1,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks once; a server that is away is a <see cref="LogUnavailable"/>.</summary>
    public async Task<T> Ask<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await Connect(cancellation);
            return await question(connection, cancellation);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException
            || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new LogUnavailable("The database did not answer.", fault);
        }
    }

    /// <summary>An open connection, or a refusal in time.</summary>
    public async Task<NpgsqlConnection> Connect(CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Waiting.Deadline);
        return await Source.OpenConnectionAsync(deadline.Token);
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
