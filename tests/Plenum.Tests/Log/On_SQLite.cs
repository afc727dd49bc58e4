using Plenum.Server.Hosting.Storage;
using Plenum.Server.Hosting.Storage.Sqlite;

namespace Plenum.Tests.Log;

public sealed class Appending_to_SQLite : AppendPromises
{
    private readonly string folder = Directory.CreateTempSubdirectory("plenum-").FullName;

    protected override Task Place() => Task.CompletedTask;

    protected override Database Choose() => new SqliteDatabase(folder);

    protected override Task Remove()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    protected override CommitTally Tally() => ((SqliteConferenceLog)Log).Tally;
}
