using Npgsql;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>
/// A conference's advisory lock, held on a connection of its own: the connection's end is the lock's end, however it comes.
/// </summary>
internal sealed class PostgresTurn(NpgsqlConnection connection) : IAsyncDisposable
{
    public static async Task<IAsyncDisposable> Take(PostgresServer server, ConferenceId conference, CancellationToken cancellation)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await server.Apart(cancellation);
            await using var command = connection.Say("SELECT pg_advisory_lock(hashtextextended($1, 0))", Stored.Id(conference));
            await command.ExecuteNonQueryAsync(cancellation);
            return new PostgresTurn(connection);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            if (connection is not null) await connection.DisposeAsync();
            throw new LogUnavailable("The conference's turn could not be had.", fault);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
