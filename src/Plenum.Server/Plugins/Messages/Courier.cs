using System.Text;
using System.Text.Json.Nodes;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Server.Plugins.Messages;

/// <summary>
/// Brings messages to the pages of people in conferences, by the event streams that these have anyway. It is stored first and
/// pushed then: what a cut stream loses, the page asks for when it is back.
/// </summary>
internal sealed class Courier(Outbox outbox, Tabs tabs, LiveConferences live, ConferenceDirectory directory)
{
    public async Task<int> Send(UiMessage message, IReadOnlyList<Tab> to, CancellationToken cancellation)
    {
        var deliveries = await outbox.Post(message, to, cancellation);
        foreach (var inOne in deliveries.GroupBy(delivery => delivery.Tab.Conference))
        {
            var conference = await live.Get(new ConferenceId(inOne.Key));
            await conference.Do(() =>
            {
                foreach (var delivery in inOne) conference.Audience.Whisper(new ParticipantId(delivery.Tab.Participant), Framed(delivery));
            });
        }

        return to.Count;
    }

    public async Task<IReadOnlyList<Tab>> Everybody(CancellationToken cancellation) => await Present(await tabs.In(null, cancellation));

    /// <summary>Null when there is no such conference.</summary>
    public async Task<IReadOnlyList<Tab>?> In(string alias, CancellationToken cancellation) =>
        ConferenceAlias.TryParse(alias, null, out var parsed) && directory.Find(parsed) is { } listing ? await Present(await tabs.In(listing.Id.Value, cancellation)) : null;

    public async Task<IReadOnlyList<Tab>> Of(Guid participant, CancellationToken cancellation) => await Present(await tabs.Of(participant, cancellation));

    public async Task<IReadOnlyList<Tab>> Page(string tab, CancellationToken cancellation) => await tabs.Find(tab, cancellation) is { } one ? await Present([one]) : [];

    /// <summary>Of these, the pages of people who are still there, or may come back to where they were.</summary>
    private async Task<IReadOnlyList<Tab>> Present(IReadOnlyList<Tab> pages)
    {
        var present = new List<Tab>(pages.Count);
        foreach (var inOne in pages.GroupBy(page => page.Conference))
        {
            var people = (await live.Get(new ConferenceId(inOne.Key))).Now.Participants;
            present.AddRange(inOne.Where(page => people.ContainsKey(new ParticipantId(page.Participant))));
        }

        return present;
    }

    private static byte[] Framed(Delivery delivery) => SseText.Event(
        "plenum", Encoding.UTF8.GetBytes(new JsonObject { ["name"] = MessageJson.Event, ["payload"] = MessageJson.Of(delivery) }.ToJsonString()));
}
