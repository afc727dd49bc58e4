using System.Diagnostics;
using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>
/// 63: a token that is nearly right is refused as fast as one that is nothing like it. The kinds take turns, so that whatever
/// else the machine does meets all of them alike, and the middle of many is compared.
/// </summary>
[Collection(nameof(A_running_server))]
public sealed class Telling_tokens_apart_by_time(A_running_server house)
{
    private const int Rounds = 400;
    private const int Tries = 3;
    private const double Alike = 1.5;

    [Fact]
    public async Task Shows_nothing()
    {
        var alias = house.Take(Furniture.Hosted);
        var (guest, released) = (await house.Guest(alias), await house.Guest(alias, "Rita"));
        var elsewhere = await house.Host(house.Take(Furniture.Hosted));
        (await released.Post("release_token")).Accepted();
        Visitor[] refused =
        [
            guest.With(null),
            guest.With("garbage"),
            guest.With(new string('A', guest.Token!.Length)),
            guest.With($"{guest.Token[..^1]}{(guest.Token[^1] == 'A' ? 'B' : 'A')}"),
            guest.With(elsewhere.Token),
            released,
        ];
        var ratios = new List<double>();
        for (var i = 0; i < Tries && (ratios.Count == 0 || ratios[^1] > Alike); i++) ratios.Add(await Ratio(refused));
        Assert.True(ratios[^1] <= Alike, $"The slowest kind took these times as long as the fastest: {string.Join(", ", ratios)}");
    }

    private static async Task<double> Ratio(Visitor[] refused)
    {
        var times = refused.Select(_ => new List<long>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < refused.Length; i++)
            {
                var kind = (i + round) % refused.Length;
                var began = Stopwatch.GetTimestamp();
                var answer = await refused[kind].Get("participants");
                times[kind].Add(Stopwatch.GetTimestamp() - began);
                Assert.Equal("Invalid token", answer.Refused(HttpStatusCode.Forbidden));
            }
        }

        var middles = times.Select(of => of.Order().ElementAt(Rounds / 2)).ToList();
        return (double)middles.Max() / middles.Min();
    }
}
