using System.Text;
using Plenum.Bench.Wire;

namespace Plenum.Bench.Servers;

/// <summary>The server itself, with the limits that protect it from one address raised, since all load comes from one.</summary>
internal sealed class PlenumPeer(ServerProcess server) : Peer(server)
{
    private const string Password = "bench-on-loopback";
    private const string Json = "Content-Type: application/json\r\n";

    private static readonly string[] Unlimited =
    [
        "StreamsPerAddress", "RequestsPerSecondPerToken", "RequestBurstPerToken", "JoinsPerSecondPerAddress", "JoinBurstPerAddress",
        "CommandsPerSecondPerConference", "ConnectionsMax", "ConnectionsPerAddress",
    ];

    private static readonly string Admin =
        $"Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"admin:{Password}"))}\r\n{Json}";

    public override string Name => "plenum";

    protected override string ReadyPath => "/health/ready";

    public static PlenumPeer Start(params string[] options) => new(new(
        Built.Plenum,
        (address, folder) => ["serve", "--urls", $"http://{address}", "--data", folder, .. options],
        new Dictionary<string, string>(Unlimited.Select(limit => KeyValuePair.Create($"Plenum__Limits__{limit}", "1000000")))
        {
            ["PLENUM_ADMIN_PASSWORD"] = Password,
        }));

    public override async Task PrepareAsync(IEnumerable<string> conferences, CancellationToken stop)
    {
        using var connection = new Connection(Server.Address);
        foreach (var name in conferences)
        {
            var body = Encoding.ASCII.GetBytes($$"""{"name":"{{name}}","aliases":["{{name}}"]}""");
            var answer = await connection.AskAsync(Connection.Post("/api/admin/v1/conferences", Admin, body), stop);
            if (!answer.Succeeded)
                throw new InvalidOperationException($"Conference {name} was not created: {answer}");
        }
    }

    public override byte[] Join(string conference, int number) => Connection.Post(
        $"/api/client/v2/conferences/{conference}/request_token", Json, Encoding.ASCII.GetBytes($$"""{"display_name":"Reader {{number}}"}"""));

    public override Participant Joined(string conference, Answer answer) =>
        new(conference, answer.Text("participant_uuid"u8), answer.Text("token"u8));

    public override byte[] Events(Participant participant) => Connection.Get(
        $"/api/client/v2/conferences/{participant.Conference}/events?token={participant.Token}", "Accept: text/event-stream\r\n");

    public override byte[] Change(Participant participant, int sequence) => Post(participant, $"participants/{participant.Uuid}/overlaytext", Json,
        Encoding.ASCII.GetBytes($$"""{"text":"{{Frame.Text(sequence)}}"}"""));

    public override byte[] Command(Participant participant, bool on) =>
        Post(participant, $"participants/{participant.Uuid}/{(on ? "mute" : "unmute")}", "", []);

    public override byte[] Refresh(Participant participant) => Post(participant, "refresh_token", "", []);

    private static byte[] Post(Participant participant, string path, string headers, ReadOnlySpan<byte> body) => Connection.Post(
        $"/api/client/v2/conferences/{participant.Conference}/{path}", $"token: {participant.Token}\r\n{headers}", body);
}
