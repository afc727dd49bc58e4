using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Management;

/// <summary>How this node is.</summary>
internal static class HealthDoor
{
    public static void MapHealth(this IEndpointRouteBuilder api) =>
        api.MapGet("health", Read).WithTags("Health").WithName("readHealth").WithSummary("How this node is: its storage, what it serves, its version");

    public static async Task<Ok<HealthBody>> Read(
        ServerSettings settings, Database database, LiveConferences live, TimeProvider time, CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        await using (var connection = await database.Open(cancellation)) await connection.ExecuteScalarAsync<long>("SELECT 1");
        var latency = time.GetElapsedTime(asked).TotalMilliseconds;
        var running = live.Loaded.Where(conference => conference.Now.Participants.Count > 0).ToList();
        return TypedResults.Ok(new HealthBody(
            Environment.MachineName,
            ProductVersion.Text,
            new StorageHealth(string.IsNullOrWhiteSpace(settings.Database) ? "SQLite" : "PostgreSQL", Math.Round(latency, 2)),
            new LiveCounts(running.Count, running.Sum(conference => conference.Now.Participants.Count), running.Sum(conference => conference.Audience.Count))));
    }
}

/// <summary>How a node is. When the storage is away the answer is a problem instead.</summary>
public sealed record HealthBody(string Node, string Version, StorageHealth Storage, LiveCounts Live);

/// <summary>Which storage, and how long one question to it took.</summary>
public sealed record StorageHealth(string Kind, double LatencyMilliseconds);

/// <summary>What this node has in its hands.</summary>
public sealed record LiveCounts(int Conferences, int Participants, int Streams);
