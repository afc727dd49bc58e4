namespace Plenum.Tests.Log;

public sealed class Appending_to_SQLite() : AppendPromises(new SqlitePlace());

public sealed class Presence_in_SQLite() : PresencePromises(new SqlitePlace());

public sealed class Keeping_and_forgetting_in_SQLite() : KeepingPromises(new SqlitePlace());

public sealed class Following_SQLite() : FollowPromises(new SqlitePlace());
