using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Hosting.Storage.Sqlite;

namespace Plenum.Tests.Log;

/// <summary>A temporary data folder.</summary>
internal sealed class SqlitePlace : StoragePlace
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("plenum-").FullName;

    public override Task Make() => Task.CompletedTask;

    public override Database Choose() => new SqliteDatabase(Folder);

    public override CommitTally Tally(ConferenceLog log) => ((SqliteConferenceLog)log).Tally;

    public override Task Remove()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
