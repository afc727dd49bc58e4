using Npgsql;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>Short words for statements with values in their order.</summary>
internal static class Saying
{
    public static void Say(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }

    /// <summary>One value that is a column; without this overload an array of strings would count as several values.</summary>
    public static void Say(this NpgsqlBatch batch, string sql, string[] column) => batch.Say(sql, [(object)column]);

    /// <inheritdoc cref="Say(NpgsqlBatch, string, string[])"/>
    public static NpgsqlCommand Say(this NpgsqlConnection connection, string sql, string[] column) =>
        connection.Say(sql, [(object)column]);

    public static NpgsqlCommand Say(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
