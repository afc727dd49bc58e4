namespace Plenum.Tests.Stores;

[Collection(nameof(SharedFile))]
public sealed class People_the_organisation_vouches_for_in_SQLite(SharedFile storage) : VouchedPromises(storage);

[Collection(nameof(SharedPostgres))]
public sealed class People_the_organisation_vouches_for_in_PostgreSQL(SharedPostgres storage) : VouchedPromises(storage);

[Collection(nameof(SharedFile))]
public sealed class Customizations_in_SQLite(SharedFile storage) : CustomizationPromises(storage);

[Collection(nameof(SharedPostgres))]
public sealed class Customizations_in_PostgreSQL(SharedPostgres storage) : CustomizationPromises(storage);

[Collection(nameof(SharedFile))]
public sealed class Meetings_told_from_SQLite(SharedFile storage) : MeetingPromises(storage);

[Collection(nameof(SharedPostgres))]
public sealed class Meetings_told_from_PostgreSQL(SharedPostgres storage) : MeetingPromises(storage);

[Collection(nameof(SharedFile))]
public sealed class Taking_back_in_SQLite(SharedFile storage) : UndoPromises(storage);

[Collection(nameof(SharedPostgres))]
public sealed class Taking_back_in_PostgreSQL(SharedPostgres storage) : UndoPromises(storage);
