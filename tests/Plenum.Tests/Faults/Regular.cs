using Plenum.Tests.Running;

namespace Plenum.Tests.Faults;

/// <summary>Somebody who comes, looks, refreshes, loses the connection, comes back, says something, leaves, and comes again.</summary>
internal sealed class Regular(HttpClient http, string alias, int seed)
{
    private readonly Random dice = new(seed);

    /// <summary>The token of the last visit that was ended.</summary>
    public Visitor? Gone { get; private set; }

    public int Visits { get; private set; }

    public async Task ComeAndGo(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var visitor = await Visitor.Join(http, alias, $"Regular {seed}");
            for (var connections = dice.Next(1, 6); connections > 0; connections--) await Look(visitor);
            (await visitor.Post("release_token")).Accepted();
            Gone = visitor;
            Visits++;
        }
    }

    /// <summary>The stream is left without a word, as when a network goes; a reader that comes back too fast is turned away.</summary>
    private async Task Look(Visitor visitor)
    {
        await using var stream = await visitor.Listen();
        while (await stream.Next() is { } next && next.Name != "layout")
        {
            // Everybody who is there is told of first.
        }

        (await visitor.Refresh()).Accepted();
        if (dice.Next(3) == 0) (await visitor.Say("Here I am")).Accepted();
        if (dice.Next(3) == 0) (await visitor.Post(visitor, "buzz")).Accepted();
    }
}
