namespace Plenum.Bench;

/// <summary>So many conferences with so many readers in each.</summary>
internal readonly record struct Venue(int Conferences, int Each)
{
    public int Streams => Conferences * Each;

    public override string ToString() => Conferences is 1 ? $"{Each:N0} streams" : $"{Conferences} × {Each:N0} streams";
}
