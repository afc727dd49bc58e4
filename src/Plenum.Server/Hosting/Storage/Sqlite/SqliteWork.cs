namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>One caller's part of a batch: done inside the transaction, told after the commit.</summary>
internal sealed record SqliteWork(Waiting Asked, Action<SqliteStatements> Do, Action Tell);
