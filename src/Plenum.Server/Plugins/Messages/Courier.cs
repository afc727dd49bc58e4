using System.Data.Common;
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
    public async Task<int> Send(UiMessage message, IReadOnlyList<Tab> to, Func<DbTransaction, Task> along, CancellationToken cancellation)
    {
        var deliveries = await outbox.Post(message, to, along, cancellation);
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

    /// <summary>The pages of people, each by their id in a conference or by what the organisation calls them.</summary>
    public async Task<ILookup<string, Tab>> Of(IReadOnlyList<string> users, CancellationToken cancellation)
    {
        var found = new List<(string User, Tab Page)>();
        foreach (var user in users.Where(user => Guid.TryParse(user, out _))) found.AddRange((await Present(await tabs.Of(Guid.Parse(user), cancellation))).Select(page => (user, page)));
        var accounts = users.Where(user => !Guid.TryParse(user, out _)).ToList();
        if (accounts.Count == 0) return found.ToLookup(one => one.User, one => one.Page);
        foreach (var page in await Everybody(cancellation))
            if ((await live.Get(new ConferenceId(page.Conference))).Now.Participants.GetValueOrDefault(new ParticipantId(page.Participant))?.Account is { } account)
                found.AddRange(accounts.Where(user => user.Equals(account, StringComparison.OrdinalIgnoreCase)).Select(user => (user, page)));
        return found.ToLookup(one => one.User, one => one.Page);
    }

    /// <summary>The pages of people in groups. Participants of conferences are in none.</summary>
    public Task<IReadOnlyList<Tab>> Groups(IReadOnlyList<string> groups, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Tab>>([]);

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
