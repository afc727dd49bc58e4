namespace Plenum.Server.Participants.Tokens;

/// <summary>
/// Remembers which tokens were refused a moment ago, since official clients ask again without pause. It has a fixed number
/// of places: where two tokens meet in one, the newer is remembered, and the worst is a refusal that invites another.
/// </summary>
internal sealed class DeadTokens(TimeProvider time)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private const int Places = 4096;
    private readonly Lock gate = new();
    private readonly (int Token, long RefusedAt)[] places = new (int, long)[Places];

    /// <summary>Notes a refusal; false when the same token was refused shortly before.</summary>
    public bool FirstRefusal(string token)
    {
        var hash = token.GetHashCode(StringComparison.Ordinal);
        lock (gate)
        {
            ref var place = ref places[(uint)hash % Places];
            if (place.Token == hash && place.RefusedAt != 0 && time.GetElapsedTime(place.RefusedAt) < Pause) return false;
            place = (hash, time.GetTimestamp());
            return true;
        }
    }
}
