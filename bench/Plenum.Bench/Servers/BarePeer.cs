using Plenum.Bench.Wire;

namespace Plenum.Bench.Servers;

/// <summary>The limit: Kestrel, the same bytes, the same flushes, an fsync, and nothing else.</summary>
internal sealed class BarePeer(ServerProcess server, Frame frame) : Peer(server)
{
    public override string Name => "bare";

    protected override string ReadyPath => "/";

    public static BarePeer Start(Frame frame) => new(
        new(Built.Bare, (address, folder) => [$"{address.Port}", folder], new Dictionary<string, string>()), frame);

    public override Task PrepareAsync(IEnumerable<string> conferences, CancellationToken stop) => Task.CompletedTask;

    public override byte[] Join(string conference, int number) => Post("join", conference, number);

    public override Participant Joined(string conference, Answer answer) => new(conference, "", "");

    public override byte[] Events(Participant participant) => Connection.Get($"/events?room={participant.Conference}");

    public override byte[] Change(Participant participant, int sequence) => Post("publish", participant.Conference, sequence);

    public override byte[] Command(Participant participant, bool on) => Post("command", participant.Conference, 0);

    public override byte[] Refresh(Participant participant) => Connection.Get("/");

    private byte[] Post(string what, string conference, int sequence) =>
        Connection.Post($"/{what}?room={conference}", "", frame.With(sequence));
}
