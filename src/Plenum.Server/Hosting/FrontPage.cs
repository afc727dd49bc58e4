using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting;

/// <summary>What somebody sees who opens the server's address in a browser: what is here, what is not, and what to try.</summary>
internal static class FrontPage
{
    public static void MapTo(IEndpointRouteBuilder app)
    {
        app.MapGet("/", Show);
        app.MapGet("/admin/{**path}", () => Missing("The administrator's pages"));
    }

    private static ContentHttpResult Show(HttpContext context, ConferenceDirectory directory, ServerSettings settings)
    {
        var root = $"{context.Request.Scheme}://{context.Request.Host}";
        string[] demo = settings.Demo ? [.. DemoConferences.Aliases.Where(alias => directory.Find(ConferenceAlias.Parse(alias)) is not null)] : [];
        var tried = demo.Contains(DemoConferences.Open) ? DemoConferences.Open : "your.conference";
        return Page($"""
            <h1>Plenum is running</h1>
            <p>This is a conference server, version {Text(ProductVersion.Text)}. Clients that speak the conference API join here; its own
            meeting app is not part of this version.</p>
            <h2>What is here</h2>
            <ul>
              <li><strong>Client API</strong> <code>{Text(root)}{ClientApi.Root}/</code></li>
              <li><strong>Admin API</strong> <code>{Text(root)}/api/admin/v1/</code>, <a href="/api/admin/v1/openapi.json">described as OpenAPI</a>; sign in as <code>admin</code></li>
              <li><strong>Health</strong> <a href="/health/live">live</a>, <a href="/health/ready">ready</a></li>
            </ul>
            {(demo.Length == 0 ? "" : $"<h2>Conferences to try</h2><ul>{string.Concat(demo.Select(Conference))}</ul>")}
            <h2>Join from a terminal</h2>
            <pre>curl -X POST -H 'Content-Type: application/json' -d '{Text("{\"display_name\":\"Ada\"}")}' \
              {Text(root)}{ClientApi.Root}/conferences/{tried}/request_token</pre>
            <p>The answer holds a token. With it, watch the conference: <code>curl -N "{Text(root)}{ClientApi.Root}/conferences/{tried}/events?token=…"</code></p>
            """);
    }

    private static string Conference(string alias) => alias is DemoConferences.WithPin
        ? $"<li><code>{alias}</code>: host PIN {DemoConferences.HostPin}, guests without a PIN</li>"
        : $"<li><code>{alias}</code>: no PIN</li>";

    private static ContentHttpResult Missing(string what) => Page(
        $"<h1>Not in this version</h1><p>{what} will live at this address. This version serves the APIs: <a href=\"/\">what is here</a>.</p>",
        StatusCodes.Status404NotFound);

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static ContentHttpResult Page(string body, int status = StatusCodes.Status200OK) => TypedResults.Content(
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Plenum</title>
        <style>
        :root { color-scheme: light dark; --ink: light-dark(#1c2330, #e8ebf2); --paper: light-dark(#f6f7fa, #11151d); --card: light-dark(#fff, #1a202b); --line: light-dark(#dde1ea, #2b3342); --accent: light-dark(#2450c8, #8fb0ff); }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
        main { max-width: 44rem; margin: 4vh auto; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
        h1 { margin-top: 0; line-height: 1.2; } h2 { margin-bottom: .3rem; font-size: 1.1rem; } a { color: var(--accent); }
        ul { padding-left: 1.2rem; } code, pre { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
        pre { padding: .8rem 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; }
        </style>
        </head>
        <body><main>
        {{body}}
        </main></body>
        </html>
        """,
        "text/html; charset=utf-8",
        statusCode: status);
}
