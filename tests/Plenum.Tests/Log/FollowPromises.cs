using Plenum.Server.Conferences.Log;

namespace Plenum.Tests.Log;

public abstract class FollowPromises(StoragePlace place) : LogPromises(place)
{
    [Fact]
    public async Task Every_movement_is_told()
    {
        await using var follower = Follower.Of(Log);

        var conferences = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Conference(1)));
        await Append(Next(conferences[7], 1, 3));

        foreach (var conference in conferences)
            await follower.Hears(new Moved(conference, conference == conferences[7] ? 4 : 1));
    }

    [Fact]
    public async Task A_lost_append_is_no_movement()
    {
        var conference = await Conference(2);
        await using var follower = Follower.Of(Log);
        await Append(Next(conference, 1));

        var other = await Conference(1);
        await follower.Hears(new Moved(other, 1));

        Assert.DoesNotContain(follower.Heard, moved => moved.Conference == conference && moved.Version > 2);
    }

    [Fact]
    public async Task All_followers_hear_the_same()
    {
        await using var one = Follower.Of(Log);
        await using var two = Follower.Of(Log);

        var conference = await Conference(1);

        await one.Hears(new Moved(conference, 1));
        await two.Hears(new Moved(conference, 1));
    }

    [Fact]
    public async Task Following_ends_when_it_is_cancelled()
    {
        using var leaving = new CancellationTokenSource();
        var next = Log.Follow(leaving.Token).GetAsyncEnumerator(leaving.Token).MoveNextAsync().AsTask();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }
}
