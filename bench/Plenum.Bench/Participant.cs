namespace Plenum.Bench;

/// <summary>Someone who has joined: where, and by which token. Refreshing replaces the token; the one before stays good for a while.</summary>
internal sealed class Participant(string conference, string uuid, string token)
{
    private volatile string _token = token;

    public string Conference => conference;

    public string Uuid => uuid;

    public string Token => _token;

    public void Refreshed(string token) => _token = token;
}
