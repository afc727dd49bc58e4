namespace Plenum.Tests.Log;

public sealed class Appending_to_PostgreSQL(PostgresForTests server) : AppendPromises(new PostgresPlace(server));

public sealed class Presence_in_PostgreSQL(PostgresForTests server) : PresencePromises(new PostgresPlace(server));

public sealed class Keeping_and_forgetting_in_PostgreSQL(PostgresForTests server) : KeepingPromises(new PostgresPlace(server));

public sealed class Following_PostgreSQL(PostgresForTests server) : FollowPromises(new PostgresPlace(server));
