using Plenum.Server.Accounts;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Hosting.Tls;
using Plenum.Server.Lobby;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Hosting;

/// <summary>The whole server, composed in one place, from settings to the last farewell.</summary>
internal static class PlenumServer
{
    public static async Task<int> Serve(ServerSettings settings, CancellationToken cancellation)
    {
        using var folder = PlenumFolder.Open(settings);
        using var certificates = Certificates.Open(settings);
        await using var database = Database.Choose(settings.Database, folder.Path);
        await database.Migrate(cancellation);
        var journal = new Journal();
        var keys = (await Secrets.ServerKey(database, cancellation), await Secrets.AttestationKey(database, cancellation));
        await using var app = Compose(settings, folder, database, certificates, journal, keys);
        var password = await Rooms.Open(app.Services, settings, cancellation);
        await Start(app, cancellation);
        journal.Open();
        FirstStart.Addresses(app, settings);
        if (password is not null) FirstStart.Password(password);
        FirstStart.Trust(certificates);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    internal static WebApplication Compose(ServerSettings settings, PlenumFolder folder, Database database, Certificates? certificates, Journal journal, (ServerKey Server, AttestationKey Attestation) keys)
    {
        // One environment, so that what is tested is what runs; variables such as ASPNETCORE_URLS have no say.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Clear();
        journal.AddTo(builder.Logging);
        var recent = new RecentLines(TimeProvider.System);
        builder.Logging.AddProvider(recent);
        Telemetry.AddTo(builder, settings.Telemetry);
        builder.WebHost.ConfigureKestrel(kestrel => KestrelEdges.Apply(kestrel, settings, certificates));
        // One sender for all connections lets frames of one stream meet before they are sent: fewer system calls, measured in bench/.
        builder.WebHost.UseSockets(sockets => sockets.IOQueueCount = 1);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Drain.Patience);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Limits).AddSingleton(folder).AddSingleton(database);
        builder.Services.AddSingleton(keys.Server).AddSingleton(keys.Attestation);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(recent).AddSingleton<Drain>().AddSingleton<Readiness, DatabaseReadiness>();
        if (certificates is not null)
            builder.Services.AddSingleton(certificates).AddHostedService<CertificateWatch>();
        TrustedProxies.AddTo(builder.Services, settings.Proxies);

        Rooms.AddTo(builder.Services, settings);

        var app = builder.Build();
        Breakdown.Use(app, LostVisitors.SayBroken);
        app.Use(Peer.Remember);
        TrustedProxies.Use(app, settings.Proxies);
        app.Use(RequestJournal.Write(app.Services));
        app.Use(AmbiguousLength.Refuse);
        app.Use(SecurityHeaders.Add);
        Rooms.UseIn(app);
        app.UseRouting();
        Health.MapTo(app);
        Rooms.MapTo(app);
        return app;
    }

    private static async Task Start(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new Refused($"{busy.Message.TrimEnd('.')}: another program listens there; stop it or choose another --urls");
        }
        catch (System.Net.Sockets.SocketException refused)
        {
            throw new Refused($"cannot listen on {string.Join(", ", app.Services.GetRequiredService<ServerSettings>().Addresses())}: {refused.Message}");
        }
    }
}
