using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Lobby;

namespace Plenum.Tests.Lobby;

/// <summary>A server of which every address meets a bug, since the product has none to show.</summary>
internal sealed class A_server_with_a_bug : IAsyncDisposable
{
    private readonly WebApplication _app;

    private A_server_with_a_bug(WebApplication app) => (_app, Http) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public HttpClient Http { get; }

    public static async Task<A_server_with_a_bug> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(new ContentSecurity(new PageSettings()));
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        Breakdown.Use(app, LostVisitors.SayBroken);
        app.MapGet("/{**path}", string () => throw new InvalidOperationException("the secret of the bug"));
        await app.StartAsync();
        return new A_server_with_a_bug(app);
    }

    /// <summary>What somebody at a browser gets.</summary>
    public async Task<string> Page(string languages = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var answer = await Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _app.DisposeAsync();
    }
}
