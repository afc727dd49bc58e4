using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>Presence in the embedded file; the log's writer writes it, so a refresh and an expiry cannot overlap.</summary>
internal sealed class SqlitePresences(SqliteWriter writer, SqliteReaders readers) : Presences
{
    public override Task Write(IReadOnlyList<Presence> presences, CancellationToken cancellation) =>
        writer.Write(
            statements => presences.Sum(presence => statements.Arrive.Run(
                Stored.Id(presence.Participant),
                Stored.Id(presence.Conference),
                presence.Generation,
                presence.Node,
                Stored.Time(presence.ValidUntil))),
            _ => { },
            cancellation);

    public override Task<IReadOnlyList<Guid>> Refresh(IReadOnlyList<Presence> presences, CancellationToken cancellation) =>
        writer.Write<IReadOnlyList<Guid>>(
            statements => [.. presences
                .Where(presence => statements.Refresh.Run(
                    Stored.Id(presence.Conference),
                    presence.Generation,
                    presence.Node,
                    Stored.Time(presence.ValidUntil),
                    Stored.Id(presence.Participant)) == 0)
                .Select(presence => presence.Participant)],
            _ => { },
            cancellation);

    public override Task<IReadOnlyList<Presence>> Of(ConferenceId conference, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(reader => reader.Presences(conference)));
}
