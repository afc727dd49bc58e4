namespace Plenum.Tests.Log;

public sealed class Appending_to_PostgreSQL(PostgresDatabaseForTests database)
    : AppendPromises(new PostgresPlace(database)), IClassFixture<PostgresDatabaseForTests>;

public sealed class Presence_in_PostgreSQL(PostgresDatabaseForTests database)
    : PresencePromises(new PostgresPlace(database)), IClassFixture<PostgresDatabaseForTests>;

public sealed class Keeping_and_forgetting_in_PostgreSQL(PostgresDatabaseForTests database)
    : KeepingPromises(new PostgresPlace(database)), IClassFixture<PostgresDatabaseForTests>;

public sealed class Following_PostgreSQL(PostgresDatabaseForTests database)
    : FollowPromises(new PostgresPlace(database)), IClassFixture<PostgresDatabaseForTests>;

public sealed class Starting_on_PostgreSQL(PostgresDatabaseForTests database)
    : StartPromises(new PostgresPlace(database)), IClassFixture<PostgresDatabaseForTests>;
