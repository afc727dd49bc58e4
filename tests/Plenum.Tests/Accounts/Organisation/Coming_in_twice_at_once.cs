using Plenum.Server.Accounts;
using Plenum.Server.Accounts.Organisation;
using Plenum.Tests.Log;

namespace Plenum.Tests.Accounts.Organisation;

public sealed class Coming_in_twice_at_once(PostgresDatabaseForTests postgres) : IClassFixture<PostgresDatabaseForTests>
{
    [Fact]
    public async Task Opens_one_account_in_PostgreSQL() => await OpensOne(new PostgresPlace(postgres));

    [Fact]
    public async Task Opens_one_account_in_SQLite() => await OpensOne(new SqlitePlace());

    private static async Task OpensOne(StoragePlace place)
    {
        await place.Make();
        await using (var database = place.Choose())
        {
            await database.Migrate(TestContext.Current.CancellationToken);
            var accounts = new VouchedAccounts(database, TimeProvider.System);
            // The first sign-ins of several people, each twice at once: whoever comes second finds the account of the first.
            var names = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Welcome(accounts, $"id {number / 4}", $"person-{number / 4}")));
            Assert.Equal(Enumerable.Range(0, 40).Select(number => $"person-{number / 4}"), names);
            Assert.Equal(10, (await new AdminAccounts(database, TimeProvider.System).All(TestContext.Current.CancellationToken)).Count);
            Assert.Null(await Welcome(accounts, "somebody else", "person-0"));
        }

        await place.Remove();
    }

    private static Task<string?> Welcome(VouchedAccounts accounts, string subject, string name) => accounts.Welcome(subject, name, Rank.Viewer, TestContext.Current.CancellationToken);
}
