namespace Plenum.Tests.Plugins.Official;

/// <summary>What the official plugins do in a meeting: one browser, one server and two people for all of it.</summary>
[CollectionDefinition(nameof(OfficialCollection))]
public sealed class OfficialCollection : ICollectionFixture<Two_with_the_official_plugins>;
