using System.Data.Common;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Participants;

namespace Plenum.Server.Plugins.Messages;

/// <summary>
/// Brings messages to pages: to those of people in conferences by the event streams that these have anyway, to those of other
/// apps by their own. It is stored first and pushed then: what a cut stream loses, the page asks for when it is back.
/// </summary>
internal sealed class Courier(Outbox outbox, Tabs tabs, PageStreams streams, LiveConferences live, ConferenceDirectory directory, TimeProvider time)
{
    /// <summary>How long a page of another app that is gone may come back.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(2);

    public async Task<int> Send(UiMessage message, IReadOnlyList<Tab> to, Func<DbTransaction, Task> along, CancellationToken cancellation)
    {
        var deliveries = await outbox.Post(message, to, along, cancellation);
        foreach (var inOne in deliveries.GroupBy(delivery => delivery.Tab.Conference))
        {
            if (inOne.Key == Guid.Empty)
            {
                foreach (var delivery in inOne) streams.Push(delivery.Tab.Id, MessageJson.Framed(delivery));
                continue;
            }

            var conference = await live.Get(new ConferenceId(inOne.Key));
            await conference.Do(() =>
            {
                foreach (var delivery in inOne) conference.Audience.Whisper(new ParticipantId(Guid.Parse(delivery.Tab.User)), MessageJson.Framed(delivery));
            });
        }

        return to.Count;
    }

    public async Task<IReadOnlyList<Tab>> Everybody(CancellationToken cancellation) => await Present(await tabs.All(cancellation), cancellation);

    /// <summary>Null when there is no such conference.</summary>
    public async Task<IReadOnlyList<Tab>?> In(string alias, CancellationToken cancellation) =>
        ConferenceAlias.TryParse(alias, null, out var parsed) && directory.Find(parsed) is { } listing ? await Present(await tabs.In(listing.Id.Value, cancellation), cancellation) : null;

    public async Task<IReadOnlyList<Tab>> Of(string user, CancellationToken cancellation) => await Present(await tabs.Of(user, cancellation), cancellation);

    /// <summary>The pages of people who are in one of these groups.</summary>
    public async Task<IReadOnlyList<Tab>> Groups(IReadOnlyList<string> groups, CancellationToken cancellation) =>
        await Present([.. (await tabs.All(cancellation)).Where(page => page.Groups.Any(groups.Contains))], cancellation);

    public async Task<IReadOnlyList<Tab>> Page(string tab, CancellationToken cancellation) => await tabs.Find(tab, cancellation) is { } one ? await Present([one], cancellation) : [];

    /// <summary>Of these, the pages of people who are still there, or may come back to where they were.</summary>
    private async Task<IReadOnlyList<Tab>> Present(IReadOnlyList<Tab> pages, CancellationToken cancellation)
    {
        var present = new List<Tab>(pages.Count);
        foreach (var inOne in pages.GroupBy(page => page.Conference))
        {
            if (inOne.Key == Guid.Empty)
            {
                var seen = await tabs.SeenSince(time.GetUtcNow() - Away, cancellation);
                present.AddRange(inOne.Where(page => seen.Contains(page.Id)));
                continue;
            }

            var people = (await live.Get(new ConferenceId(inOne.Key))).Now.Participants;
            present.AddRange(inOne.Where(page => Guid.TryParse(page.User, out var id) && people.ContainsKey(new ParticipantId(id))));
        }

        return present;
    }
}
