using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>Readers that are kept with their statements prepared; readers never wait for the writer.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> idle = [];

    /// <exception cref="LogUnavailable">The file could not be read.</exception>
    public T Read<T>(Func<SqliteReader, T> read)
    {
        SqliteReader? reader = null;
        try
        {
            reader = idle.TryTake(out var kept) ? kept : new SqliteReader(file.Open());
            var answer = read(reader);
            idle.Add(reader);
            return answer;
        }
        catch (SqliteException fault)
        {
            reader?.Dispose();
            throw new LogUnavailable("The database file could not be read.", fault);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }
}
