using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Plenum.Server.Accounts;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants;
using Plenum.Server.Plugins;

namespace Plenum.Server.Management.People;

/// <summary>Finds people, and what is kept of one of them. It looks at every joining that the log still has, since names are in no index.</summary>
internal sealed class Tracing(
    Database database, ConferenceLog log, ConferenceDirectory directory, MeetingTraces meetings, AdminAccounts accounts, ApiKeys keys, RegistrationAccounts registrations, Audit audit, PluginFaults faults)
{
    private const int MostFound = 200;

    /// <summary>The names that contain a text, and how often each is there.</summary>
    public async Task<IReadOnlyList<FoundPerson>> Find(string text, CancellationToken cancellation)
    {
        var found = new Dictionary<string, FoundPerson>(StringComparer.OrdinalIgnoreCase);
        void Count(string name, Func<FoundPerson, FoundPerson> one)
        {
            if (name.Trim() is { Length: >= PersonName.Shortest } known && known != Unnaming.Somebody && known.Contains(text, StringComparison.OrdinalIgnoreCase))
                found[known] = one(found.GetValueOrDefault(known) ?? new FoundPerson(known, 0, 0, 0));
        }

        await foreach (var (_, _, participant) in Joined(cancellation))
        {
            Count(participant.Name, person => person with { Appearances = person.Appearances + 1 });
            foreach (var other in new[] { participant.Uri, participant.Account ?? "" }.Where(other => !other.Equals(participant.Name, StringComparison.OrdinalIgnoreCase)))
                Count(other, person => person with { Appearances = person.Appearances + 1 });
        }

        foreach (var account in await accounts.All(cancellation)) Count(account.Name, person => person with { Accounts = person.Accounts + 1 });
        foreach (var account in await accounts.Removed.All(cancellation)) Count(account.Name, person => person with { Accounts = person.Accounts + 1 });
        foreach (var device in await registrations.Removed.All(cancellation)) Count(device.UserName, person => person with { Registrations = person.Registrations + 1 });
        foreach (var device in await registrations.All(cancellation)) Count(device.UserName, person => person with { Registrations = person.Registrations + 1 });
        return [.. found.Values.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).Take(MostFound)];
    }

    public async Task<Traces> Of(PersonName person, CancellationToken cancellation)
    {
        var ids = await Ids(person, cancellation);
        var traces = new Traces { Name = person.Text };
        foreach (var (conference, theirs) in ids) traces = await meetings.Add(traces, person, conference, theirs, await log.Read(conference, 0, cancellation));
        return traces with
        {
            Accounts =
            [
                .. (await accounts.All(cancellation)).Where(account => person.Is(account.Name)).Select(account => Json(account)),
                .. (await accounts.Removed.All(cancellation)).Where(account => person.Is(account.Name)).Select(account => Json(account)),
            ],
            ApiKeys =
            [
                .. (await keys.All(cancellation)).Where(key => person.Is(key.Name)).Select(key => Json(key)),
                .. (await keys.Revoked(cancellation)).Where(key => person.Is(key.Name)).Select(key => Json(key)),
            ],
            Registrations =
            [
                .. (await registrations.All(cancellation)).Where(device => person.Is(device.UserName) || person.Is(device.Alias)).Select(device => Json(device)),
                .. (await registrations.Removed.All(cancellation)).Where(device => person.Is(device.UserName) || person.Is(device.Alias)).Select(device => Json(device)),
            ],
            Audit = [.. (await AllAudit(cancellation)).Where(line => person.Is(line.Who) || person.IsIn(line.Target) || person.IsIn(line.Detail))],
            PluginFaults = [.. (await faults.Read(null, PluginFaults.Most, cancellation)).Where(fault => person.IsIn(fault.Message) || person.IsIn(fault.Stack))],
            Conferences = [.. directory.Search(null).Where(listing => person.IsIn(listing.Name) || listing.Aliases.Any(person.IsIn)).Select(listing => listing.Name)],
        };
    }

    /// <summary>The ids under which somebody was in conferences, by conference.</summary>
    public async Task<IReadOnlyDictionary<ConferenceId, IReadOnlySet<string>>> Ids(PersonName person, CancellationToken cancellation)
    {
        var ids = new Dictionary<ConferenceId, HashSet<string>>();
        await foreach (var (conference, _, participant) in Joined(cancellation))
        {
            if (!person.Is(participant.Name) && !person.Is(participant.Uri) && !person.Is(participant.Account)) continue;
            if (!ids.TryGetValue(conference, out var theirs)) ids[conference] = theirs = [];
            theirs.Add($"{participant.Id}");
        }

        return ids.ToDictionary(pair => pair.Key, IReadOnlySet<string> (pair) => pair.Value);
    }

    private async IAsyncEnumerable<(ConferenceId Conference, DateTimeOffset At, Participant Participant)> Joined(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var rows = (DbDataReader)await connection.ExecuteReaderAsync(new CommandDefinition(
            "SELECT conference_id, at, kind, body FROM events WHERE kind IN ('ParticipantJoined', 'DialAnswered')", cancellationToken: cancellation));
        while (await rows.ReadAsync(cancellation))
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1));
            var participant = EventRecord.Read(new LogEntry(0, at, rows.GetString(2), rows.GetString(3), "", null)) switch
            {
                ParticipantJoined joined => joined.Participant,
                DialAnswered answered => answered.Came,
                _ => null,
            };
            if (participant is not null) yield return (ConferenceId.Parse(rows.GetString(0)), at, participant);
        }
    }

    private async Task<IReadOnlyList<AuditLine>> AllAudit(CancellationToken cancellation)
    {
        var all = new List<AuditLine>();
        for (var before = long.MaxValue; ;)
        {
            var lines = await audit.Read(AuditFilter.All, before, AuditDoors.MostLines, cancellation);
            all.AddRange(lines);
            if (lines.Count < AuditDoors.MostLines) return all;
            before = lines[^1].Seq;
        }
    }

    private static JsonObject Json<T>(T value) => (JsonObject)JsonSerializer.SerializeToNode(value, AdminJson.Spelt)!;
}

/// <summary>A name that somebody has here, and how much there is under it.</summary>
public sealed record FoundPerson(string Name, int Appearances, int Accounts, int Registrations);
