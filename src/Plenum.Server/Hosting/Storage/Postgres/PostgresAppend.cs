using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>One conference's part of a batch.</summary>
internal sealed record PostgresAppend(NewEntries Entries, Waiting<AppendOutcome> Asked);
