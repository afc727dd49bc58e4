using Dapper;
using Plenum.Server.Accounts;
using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Hosting.Storage;
using Plenum.Tests.Running;

namespace Plenum.Tests.Stores;

/// <summary>Accounts of people for whom the organisation vouches.</summary>
public abstract class VouchedPromises(SharedStorage storage) : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly string _name = $"anna-{Guid.NewGuid():N}";
    private Database _database = null!;
    private VouchedAccounts _vouched = null!;
    private Sessions _sessions = null!;

    private string Subject => $"issuer {_name}";

    public async ValueTask InitializeAsync()
    {
        _database = await storage.Database;
        (_vouched, _sessions) = (new VouchedAccounts(_database, _clock), new Sessions(_database, _clock));
    }

    [Fact]
    public async Task Who_comes_for_the_first_time_has_an_account_and_keeps_its_name_whatever_they_are_called_later()
    {
        Assert.Equal(_name, await _vouched.Welcome(Subject, _name, Rank.Viewer, default));
        Assert.Equal(_name, await _vouched.Welcome(Subject, $"{_name}-married", Rank.Viewer, default));
        Assert.Equal((Subject, "Viewer"), await Stored(_name));
        Assert.Null(await Stored($"{_name}-married"));
    }

    [Fact]
    public async Task A_name_that_is_somebody_elses_is_not_theirs()
    {
        await _vouched.Welcome(Subject, _name, Rank.Owner, default);
        Assert.Null(await _vouched.Welcome($"another {Subject}", _name, Rank.Viewer, default));
        Assert.Equal((Subject, "Owner"), await Stored(_name));
    }

    [Fact]
    public async Task Another_rank_counts_at_once_and_ends_what_was_signed_in_and_the_same_rank_ends_nothing()
    {
        await _vouched.Welcome(Subject, _name, Rank.Viewer, default);
        var secret = await _sessions.Begin(_name, default);
        await _vouched.Welcome(Subject, _name, Rank.Viewer, default);
        Assert.Equal(Rank.Viewer, (await _sessions.Find(secret, default))!.Rank);
        await _vouched.Welcome(Subject, _name, Rank.Editor, default);
        Assert.Null(await _sessions.Find(secret, default));
        Assert.Equal((Subject, "Editor"), await Stored(_name));
    }

    [Fact]
    public async Task Who_may_no_longer_come_in_is_out_at_once_and_others_stay()
    {
        await _vouched.Welcome(Subject, _name, Rank.Viewer, default);
        await _vouched.Welcome($"another {Subject}", $"{_name}-2", Rank.Viewer, default);
        var (secret, other) = (await _sessions.Begin(_name, default), await _sessions.Begin($"{_name}-2", default));
        Assert.True(await _vouched.Dismiss(Subject, default));
        Assert.Null(await _sessions.Find(secret, default));
        Assert.NotNull(await _sessions.Find(other, default));
        Assert.Null(await Stored(_name));
        Assert.False(await _vouched.Dismiss(Subject, default));
    }

    [Fact]
    public async Task No_password_opens_the_account()
    {
        await _vouched.Welcome(Subject, _name, Rank.Owner, default);
        await using var connection = await _database.Open(default);
        var hash = await connection.ExecuteScalarAsync<string>("SELECT secret_hash FROM accounts WHERE name = @_name", new { _name });
        foreach (var password in (string[])["", "vouched", hash!]) Assert.False(PasswordHash.Matches(hash!, password));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<(string, string)?> Stored(string name)
    {
        await using var connection = await _database.Open(default);
        return await connection.QueryFirstOrDefaultAsync<(string, string)?>("SELECT subject, rank FROM accounts WHERE name = @name", new { name });
    }
}
