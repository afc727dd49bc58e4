using Plenum.Server.Branding.Store;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Management;

/// <summary>What administrators took away and nobody brought back in time: here it goes for good.</summary>
internal sealed class RemovedThings(Database database, BrandingShelf brandings) : IForgets
{
    private static readonly (string What, string Table, string Column)[] Places =
    [
        ("removed conferences", "removed_conferences", "removed_at"), ("removed customizations", "customizations", "removed_at"), ("removed brandings", "brandings", "removed_at"),
        ("closed accounts", "removed_accounts", "removed_at"), ("removed registrations", "removed_registrations", "removed_at"), ("revoked API keys", "api_keys", "revoked_at"),
    ];

    public async Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation)
    {
        List<Forgotten> gone = [];
        foreach (var (what, table, column) in Places) gone.AddRange(await database.Forget(what, table, column, SetAside.Kept, now, cancellation));
        // The bytes of what went belong to nothing now.
        await brandings.Sweep(cancellation);
        return gone;
    }
}
