using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>
/// Calls devices that registered under an alias: it rings at all of them, and whoever comes in with the ticket is the
/// participant that was called. It knows only the devices that registered at this node, and forgets them with it.
/// </summary>
internal sealed class Switchboard(ITicketOffice tickets, TimeProvider time) : IDialer, ILegs
{
    public static readonly TimeSpan RingsFor = TimeSpan.FromSeconds(60);
    private const int MostDevicesPerAlias = 10;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<ParticipantId, Ringing> ringing = [];
    private ImmutableDictionary<string, ImmutableList<Device>> devices = ImmutableDictionary<string, ImmutableList<Device>>.Empty;

    public bool Online(string alias) => At(alias).Count > 0;

    public bool Reaches(DialWish wish) => Online(wish.Destination.ToLowerInvariant());

    public Device Register(string alias)
    {
        var device = new Device(alias, time);
        lock (gate)
        {
            var there = At(alias);
            foreach (var oldest in there.Take(Math.Max(0, there.Count - MostDevicesPerAlias + 1))) oldest.Close();
            devices = devices.SetItem(alias, [.. there.TakeLast(MostDevicesPerAlias - 1), device]);
        }

        return device;
    }

    public Device? Find(string alias, Guid id) => At(alias).Find(device => device.Id == id);

    /// <summary>A device goes; a call that now rings nowhere is rejected.</summary>
    public void Leave(Device device)
    {
        device.Close();
        lock (gate) Keep(device.Alias, At(device.Alias).Remove(device));
        if (Online(device.Alias)) return;
        foreach (var call in ringing.Values.Where(call => call.Alias == device.Alias)) _ = call.Line.HungUp(Reasons.CallRejected);
    }

    /// <summary>The alias may not be registered any more.</summary>
    public void CutOff(string alias)
    {
        foreach (var device in At(alias)) Leave(device);
    }

    /// <summary>A device that has just opened its stream hears of what rings for it.</summary>
    public void Remind(Device device)
    {
        foreach (var call in ringing.Values.Where(call => call.Alias == device.Alias)) device.Tell(call.Incoming);
    }

    public void Call(ParticipantId participant, DialWish wish, ILine line)
    {
        var alias = wish.Destination.ToLowerInvariant();
        var now = line.Now;
        if (!now.Participants.TryGetValue(participant, out var called)) return;
        var ticket = tickets.Mint(now, default, new Destination(now.Id, wish.CalledFrom, wish.Role, participant), called.Room);
        var call = new Ringing(alias, line, new IncomingBody(wish.CalledFrom, wish.CalledBy, ticket), time);
        ringing[participant] = call;
        foreach (var device in At(alias)) device.Tell(call.Incoming);
        _ = GiveUp(participant, call);
    }

    /// <summary>Nobody's line is held here: a called device has a token of its own once it has answered.</summary>
    public bool Holds(ParticipantId participant) => false;

    public bool PressKeys(ParticipantId participant, string digits) => false;

    public void PickedUp(ParticipantId participant) => Silence(participant);

    public void HangUp(ParticipantId participant) => Silence(participant);

    private void Silence(ParticipantId participant)
    {
        if (!ringing.TryRemove(participant, out var call)) return;
        call.Over();
        foreach (var device in At(call.Alias)) device.Tell(call.Cancelled);
    }

    private async Task GiveUp(ParticipantId participant, Ringing call)
    {
        if (await call.Unanswered(RingsFor)) await call.Line.HungUp(Reasons.CallDisconnected);
        Silence(participant);
    }

    /// <summary>Those who are registered and were heard from lately.</summary>
    private ImmutableList<Device> At(string alias)
    {
        if (!devices.TryGetValue(alias, out var there)) return [];
        if (!there.Exists(device => device.Overdue)) return there;
        lock (gate)
        {
            there = devices.GetValueOrDefault(alias, []);
            foreach (var device in there.Where(device => device.Overdue)) device.Close();
            return Keep(alias, there.RemoveAll(device => device.Overdue));
        }
    }

    private ImmutableList<Device> Keep(string alias, ImmutableList<Device> there)
    {
        devices = there.IsEmpty ? devices.Remove(alias) : devices.SetItem(alias, there);
        return there;
    }

    /// <summary>A call that nobody has answered yet.</summary>
    private sealed class Ringing(string alias, ILine line, IncomingBody incoming, TimeProvider time)
    {
        private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Alias => alias;

        public ILine Line => line;

        public byte[] Incoming { get; } = SseText.Event("incoming", JsonSerializer.SerializeToUtf8Bytes(incoming, RegistrationJson.Default.IncomingBody));

        public byte[] Cancelled { get; } = SseText.Event(
            "incoming_cancelled", JsonSerializer.SerializeToUtf8Bytes(new CancelledBody(incoming.Token), RegistrationJson.Default.CancelledBody));

        public void Over() => over.TrySetResult();

        public async Task<bool> Unanswered(TimeSpan patience)
        {
            using var stopped = new CancellationTokenSource();
            await Task.WhenAny(over.Task, Task.Delay(patience, time, stopped.Token));
            await stopped.CancelAsync();
            // Whoever answers in the last moment is not hung up on.
            return !over.Task.IsCompleted;
        }
    }
}
