using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Management;
using Plenum.Server.Management.Pages;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Tests.Management.Pages;

public sealed class Whatever_the_pages_do
{
    /// <summary>A session is a matter of browsers; programs sign in with each request.</summary>
    private static readonly string[] OfBrowsers = ["/admin/sign-in", "/admin/sign-out"];

    private static readonly Dictionary<string, string> Operations = new()
    {
        ["conferences/new"] = "createConference",
        ["conferences/{id:guid}"] = "changeConference",
        ["conferences/{id:guid}/delete"] = "deleteConference",
        ["conferences/{id:guid}/restore"] = "restoreConference",
        ["live/{id:guid}/{verb}"] = "lockLiveConference unlockLiveConference muteguestsLiveConference unmuteguestsLiveConference disconnectLiveConference",
        ["live/{id:guid}/participants/{uuid:guid}/{verb}"] = "muteParticipant unmuteParticipant admitParticipant disconnectParticipant",
        ["branding"] = "uploadBranding",
        ["branding/rules"] = "setBrandingRules",
        ["branding/{id}/activate"] = "activateBranding",
        ["branding/{id}/preview"] = "previewBranding",
        ["branding/{id}/delete"] = "deleteBranding",
        ["branding/{id}/restore"] = "restoreBranding",
        ["portal"] = "createCustomization",
        ["portal/package"] = "createCustomizationFromPackage",
        ["portal/{id:guid}"] = "changeCustomization dropPlugin",
        ["portal/{id:guid}/name"] = "changeCustomization",
        ["portal/{id:guid}/duplicate"] = "duplicateCustomization",
        ["portal/{id:guid}/delete"] = "deleteCustomization",
        ["portal/{id:guid}/restore"] = "restoreCustomization",
        ["portal/{id:guid}/pick"] = "pickPlugin",
        ["portal/{id:guid}/settings"] = "setPluginSettings",
        ["portal/{id:guid}/look"] = "changeCustomization",
        ["portal/{id:guid}/look/{picture}"] = "setBrandPicture",
        ["portal/{id:guid}/look/{picture}/remove"] = "removeBrandPicture",
        ["portal/{id:guid}/words"] = "changeCustomization",
        ["portal/{id:guid}/build"] = "buildCustomization",
        ["portal/{id:guid}/build/preview"] = "previewCustomization",
        ["plugins/off"] = "turnPluginsOff",
        ["plugins/on"] = "turnPluginsOn",
        ["plugins/reach"] = "setPluginRollout",
        ["plugins/guard"] = "setContentSecurity",
        ["plugins/sites"] = "setContentSecurity",
        ["plugins/allow"] = "allowSite",
        ["plugins/forget"] = "forgetBlockedCalls",
        ["signing/add"] = "setSigning",
        ["signing/remove"] = "setSigning",
        ["signing/require"] = "setSigning",
        ["accounts"] = "openAccount",
        ["accounts/keys"] = "createApiKey",
        ["accounts/keys/{id:guid}/revoke"] = "revokeApiKey",
        ["accounts/keys/{id:guid}/restore"] = "restoreApiKey",
        ["accounts/{name}/restore"] = "restoreAccount",
        ["accounts/{name}/rank"] = "changeAccount",
        ["accounts/{name}/password"] = "changeAccount",
        ["accounts/{name}/close"] = "closeAccount",
        ["retention"] = "changeRetention",
        ["people/erase"] = "erasePerson",
        ["ui-plugins/install"] = "putUiPlugin",
        ["ui-plugins/upload"] = "putUiPlugin",
        ["ui-plugins/{name}"] = "putUiPlugin",
        ["ui-plugins/{name}/delete"] = "deleteUiPlugin",
        ["listeners"] = "putListener",
        ["listeners/{name}/switch"] = "putListener",
        ["listeners/{name}/delete"] = "deleteListener",
        ["listeners/{name}/run"] = "runListener",
    };

    [Fact]
    public async Task The_admin_API_does_too()
    {
        await using var app = Unstarted();
        AdminPages.MapTo(app);
        AdminApi.MapTo(app);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        var steps = endpoints.Where(end => end.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") is true).Select(end => end.RoutePattern.RawText!)
            .Where(path => path.StartsWith("/admin/", StringComparison.Ordinal)).Except(OfBrowsers).Select(path => path["/admin/".Length..]);
        var offered = endpoints.Select(end => end.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).OfType<string>().ToHashSet();

        Assert.Equal(Operations.Keys.Order(StringComparer.Ordinal), steps.Order(StringComparer.Ordinal));
        Assert.Equal([], Operations.Values.SelectMany(names => names.Split(' ')).Except(offered));
    }

    /// <summary>Every door with what it may ask for; nothing of it is made, since nobody knocks.</summary>
    private static WebApplication Unstarted()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = new ServerSettings();
        builder.Services.AddSingleton(settings).AddSingleton(settings.Limits).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PlenumFolder>(_ => throw new NotSupportedException()).AddSingleton<Database>(_ => throw new NotSupportedException());
        builder.Services.AddSingleton<ServerKey>(_ => throw new NotSupportedException()).AddSingleton<AttestationKey>(_ => throw new NotSupportedException());
        builder.Services.AddSingleton<RecentLines>().AddSingleton<Drain>().AddSingleton<Readiness, DatabaseReadiness>();
        Rooms.AddTo(builder.Services, settings);
        return builder.Build();
    }
}
