using Plenum.Server.Accounts;
using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Branding.Store;
using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Lobby;
using Plenum.Server.Lobby.Handbook;
using Plenum.Server.Lobby.Invitations;
using Plenum.Server.Management;
using Plenum.Server.Management.Pages;
using Plenum.Server.Participants;
using Plenum.Server.Participants.SigningIn;
using Plenum.Server.Participants.Tokens;
using Plenum.Server.Plugins;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Plugins.Pages;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Conferences;
using Plenum.Server.Scripting.Hooks;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Logs;
using Plenum.Server.Scripting.Messages;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;
using Plenum.Server.Scripting.Schedules;
using Plenum.Server.Scripting.Sys;
using Plenum.Server.Scripting.Sys.Conferences;
using Plenum.Server.Scripting.Sys.Http;
using Plenum.Server.Scripting.Sys.Shared;
using Plenum.Server.Scripting.Sys.Storage;

namespace Plenum.Server.Hosting;

/// <summary>The list of rooms in this house: what each brings along, and which doors it opens.</summary>
internal static class Rooms
{
    public static void AddTo(IServiceCollection services, ServerSettings settings)
    {
        services.AddRouting(options => options.LowercaseUrls = true);
        AddConferences(services);
        AddDoors(services);
        AddLobby(services, settings);
        services.AddSingleton<PluginFaults>().AddSingleton<FaultPace>().AddSingleton<BlockedCalls>().AddSingleton<BlockedPace>();
        AddScripting(services, settings);
        AddForgetting(services);
        AddManagement(services);
        ApiDescription.Add(services);
        if (settings.Demo) services.AddSingleton<IDialer>(provider => provider.GetRequiredService<SimulatedPeers>());
    }

    /// <summary>What must be known before the first request is let in; returns the administrator's password where one was made.</summary>
    public static async Task<string?> Open(IServiceProvider services, ServerSettings settings, CancellationToken cancellation)
    {
        // The slow hash is worked out beside the rest, since a start should be quick.
        var password = Task.Run(() => services.GetRequiredService<AdminAccounts>().Ensure(settings.AdminPassword, cancellation), cancellation);
        var directory = services.GetRequiredService<ConferenceDirectory>();
        await directory.Load(cancellation);
        services.GetRequiredService<ConferenceMeter>().Watch(services.GetRequiredService<LiveConferences>());
        services.GetRequiredService<PackageUpload>().Sweep();
        if (services.GetService<BrandingFolder>() is { } folder) services.GetRequiredService<Brandings>().Show(folder.Read());
        await services.GetRequiredService<Brandings>().Follow(cancellation);
        // Where nothing was ever listed, nobody has decided how the app looks either.
        if (settings is { Demo: true, Branding: null } && directory.Search(null).Count == 0)
            await DemoBranding.Ensure(services.GetRequiredService<Workbench>(), services.GetRequiredService<BrandingStand>(), cancellation);
        if (settings.Demo && directory.Search(null).Count == 0) await services.GetRequiredService<DemoUiPlugins>().Ensure(cancellation);
        if (settings.Demo) await DemoConferences.Ensure(directory, services.GetRequiredService<PinSeal>(), cancellation);
        return await password;
    }

    public static void UseIn(WebApplication app)
    {
        app.Use(LostVisitors.Observe);
        app.Use(ClientApiManners.Observe);
        app.Use(app.Services.GetRequiredService<AdminManners>().Observe);
        app.Use(app.Services.GetRequiredService<PageManners>().Observe);
    }

    public static void MapTo(WebApplication app)
    {
        ClientApi.MapTo(app);
        RegistrationDoors.MapTo(app);
        PluginDoors.MapTo(app);
        BlockedCallDoors.MapTo(app);
        HookDoor.MapTo(app);
        TabDoors.MapTo(app);
        PageDoor.MapTo(app);
        PluginScripts.MapTo(app);
        AdminApi.MapTo(app);
        AdminPages.MapTo(app);
        LobbyDoors.MapTo(app);
    }

    private static void AddConferences(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Log(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Presences(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConferenceDirectory>().AddSingleton<RemovedConferences>().AddSingleton<PinSeal>().AddSingleton<PinGuard>();
        services.AddSingleton<TokenMint>().AddSingleton<ITicketOffice>(provider => provider.GetRequiredService<TokenMint>());
        services.AddSingleton<Teller>();
        services.AddSingleton<SimulatedPeers>().AddSingleton<Switchboard>().AddSingleton<ILegs>(provider =>
            new EveryLeg([provider.GetRequiredService<Switchboard>(), provider.GetRequiredService<SimulatedPeers>()]));
        services.AddSingleton<IDialer>(provider => provider.GetRequiredService<Switchboard>());
        services.AddSingleton(provider => new PresenceBook(provider.GetRequiredService<Presences>(), Environment.MachineName));
        services.AddSingleton(provider => new Surroundings(
            provider.GetRequiredService<ConferenceLog>(),
            provider.GetRequiredService<PresenceBook>(),
            provider.GetRequiredService<Teller>(),
            provider.GetRequiredService<ILegs>(),
            id => provider.GetRequiredService<ConferenceDirectory>().Find(id)?.Terms ?? new ConferenceTerms(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ConferenceMeter>(),
            provider.GetRequiredService<ILogger<LiveConference>>()));
        services.AddSingleton<ConferenceMeter>().AddSingleton<LiveConferences>();
        services.AddHostedService<LogFollower>().AddHostedService<Caretaker>().AddHostedService<DirectoryWatch>();
    }

    private static void AddScripting(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(settings.Scripts).AddSingleton<ScriptHosts>().AddSingleton<UiPlugins>().AddSingleton<ListenerShelf>().AddSingleton<ListenerRuns>().AddSingleton<HookDoor>()
            .AddSingleton<Tabs>().AddSingleton<Outbox>().AddSingleton<Sayings>().AddSingleton<Courier>().AddSingleton<TabTalk>().AddHostedService<SayingRuns>()
            .AddSingleton<PageStreams>().AddSingleton<UserTokens>().AddSingleton<PagePace>().AddSingleton<PageDoor>().AddSingleton(new ShippedUiPlugins()).AddSingleton<DemoUiPlugins>()
            .AddSingleton<ScriptLog>().AddHostedService(provider => provider.GetRequiredService<ScriptLog>()).AddSingleton<RunRecords>()
            .AddSingleton<RunQueue>().AddSingleton<LateAnswers>().AddHostedService<QueueWork>()
            .AddSingleton<ConferenceTold>().AddSingleton<WhoWasThere>().AddHostedService<ConferenceFeed>().AddHostedService<ScheduleClock>();
        services.AddSingleton<SysTable>().AddSingleton<ScriptEffects>().AddSingleton<Posting>().AddSingleton<Questions>().AddSingleton<OutgoingHttp>().AddSingleton<ConferencePlaces>()
            .AddSingleton<LibraryShelf>().AddSingleton<ScriptSecrets>().AddSingleton<KeyLocks>().AddSingleton<EventRoom>()
            .AddSingleton<SysRoom, UiRoom>().AddSingleton<SysRoom, StorageRoom>().AddSingleton<SysRoom, TextRoom>().AddSingleton<SysRoom, AppRoom>().AddSingleton<SysRoom, SecretRoom>()
            .AddSingleton<SysRoom, HttpRoom>().AddSingleton<SysRoom, ConferenceRoom>().AddSingleton<SysRoom, ConferenceViews>()
            .AddSingleton<SysRoom>(provider => provider.GetRequiredService<KeyLocks>()).AddSingleton<SysRoom>(provider => provider.GetRequiredService<EventRoom>());
    }

    private static void AddForgetting(IServiceCollection services)
    {
        services.AddSingleton<RetentionChoices>().AddSingleton<Forgetting>().AddHostedService(provider => provider.GetRequiredService<Forgetting>());
        services.AddSingleton<IForgets, OldMeetings>();
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<Audit>());
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<PluginFaults>());
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<BlockedCalls>());
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<ScriptLog>());
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<Sayings>());
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<ScriptEffects>());
        services.AddSingleton<IForgets>(provider => provider.GetRequiredService<EventRoom>());
        services.AddSingleton<IForgets, RemovedThings>();
    }

    private static void AddDoors(IServiceCollection services) => services
        .AddSingleton<Maintenance>().AddSingleton<Reception>().AddSingleton<Pace>().AddSingleton<JoinPace>().AddSingleton<CommandDoor>()
        .AddSingleton<Credentials>().AddSingleton<Seats>().AddSingleton<Entrance>().AddSingleton<DeadTokens>().AddSingleton<TokenDoors>().AddSingleton<EventsDoor>()
        .AddSingleton<TimelineDoor>().AddSingleton<BreakoutDoors>().AddSingleton<DialDoor>().AddSingleton<TransferDoor>().AddSingleton<AttestationDoors>()
        .AddSingleton<ReturnTargets>().AddSingleton<SignInSeals>().AddSingleton<SignInDesk>().AddSingleton<ParticipantSignIn>().AddSingleton<TicketHolders>()
        .AddSingleton<IMedia, NoMedia>().AddSingleton<CallDoors>().AddSingleton<SlideDoors>()
        .AddSingleton<RegistrationAccounts>().AddSingleton<RegistrationMint>().AddSingleton<RegistrationDoors>().AddSingleton<IncomingStream>();

    private static void AddLobby(IServiceCollection services, ServerSettings settings)
    {
        services.AddRazorComponents();
        // Few read the documentation: it is made ready when the first one does.
        services.AddSingleton(AppFiles.Load()).AddSingleton(_ => DocumentShelf.Load());
        services.AddSingleton(new ContentSecurity(settings.Pages)).AddSingleton<InvitationDoors>();
        services.AddSingleton<BrandingShelf>().AddSingleton<BrandingPlans>().AddSingleton<Brandings>().AddHostedService<BrandingSync>();
        services.AddSingleton<SecretSeal>().AddSingleton<CustomizationShelf>().AddSingleton(new OfficialPlugins()).AddSingleton<InstalledPlugins>();
        services.AddSingleton<PackageUpload>().AddSingleton<PreviewSeal>().AddSingleton<BrandingChoice>();
        if (settings.Branding is { } path) services.AddSingleton(new BrandingFolder(path)).AddHostedService<BrandingWatch>();
    }

    private static void AddManagement(IServiceCollection services) => services
        // A table of settings may have 500 lines.
        .Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => form.ValueCountLimit = 20_000)
        .ConfigureHttpJsonOptions(json => AdminJson.Spell(json.SerializerOptions))
        .AddSingleton<AdminAccounts>().AddSingleton<Sessions>().AddSingleton<ApiKeys>().AddSingleton<SignInPace>().AddSingleton<Checkpoint>().AddSingleton<SignIn>()
        .AddSingleton<AdminManners>().AddSingleton<PageManners>().AddSingleton<FormSeal>().AddSingleton<Audit>().AddSingleton<Orders>().AddSingleton<MeetingHistory>()
        .AddSingleton<Provider>().AddSingleton<ProviderTrip>().AddSingleton<OrganisationSignIn>().AddSingleton<VouchedAccounts>().AddSingleton<VouchedEntry>()
        .AddSingleton<HeaderSignIn>().AddSingleton<HeaderVisits>().AddSingleton<SignInForm>()
        .AddSingleton<Management.Support.SupportBundle>().AddSingleton<Management.People.MeetingTraces>().AddSingleton<Management.People.Tracing>().AddSingleton<Management.People.Erasing>()
        .AddSingleton<Workbench>().AddSingleton<BrandingStand>();
}
