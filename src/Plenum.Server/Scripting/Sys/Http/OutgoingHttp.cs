using System.Net;
using System.Net.Sockets;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Scripting.Sys.Http;

/// <summary>
/// Requests of scripts to the world. A name is resolved once, its addresses are judged, and to those the connection goes, so
/// that a name cannot mean one thing when it is judged and another when it is called. Redirects are followed by hand, each
/// judged like the first.
/// </summary>
internal sealed class OutgoingHttp : IDisposable
{
    private const int MostRedirects = 5;
    private static readonly HttpRequestOptionsKey<bool> Inside = new("plenum.inside");
    private readonly ScriptHttpSettings settings;
    private readonly HttpMessageInvoker client;

    public OutgoingHttp(ScriptSettings settings)
    {
        this.settings = settings.Http;
        client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = Connect,
        });
    }

    public void Dispose() => client.Dispose();

    public async Task<Answered> Send(OutgoingRequest wish, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(wish.Timeout);
        try
        {
            return await Follow(wish, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NotForScripts("timeout", $"{wish.Address.IdnHost} did not answer within {wish.Timeout.TotalMilliseconds} ms");
        }
        catch (HttpRequestException failed)
        {
            throw failed.InnerException as NotForScripts ?? new NotForScripts("systemException", $"{wish.Address.IdnHost} cannot be called: {failed.Message}");
        }
        catch (IOException broken)
        {
            throw new NotForScripts("systemException", $"{wish.Address.IdnHost} stopped answering: {broken.Message}");
        }
    }

    private async Task<Answered> Follow(OutgoingRequest wish, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = wish.ToMessage();
            request.Options.Set(Inside, Judge(wish.Address));
            using var answer = await client.SendAsync(request, cancellation);
            if (answer.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect) || answer.Headers.Location is not { } location)
                return await Read(answer, wish.Address, cancellation);
            if (redirects == MostRedirects) throw new NotForScripts("badRequest", $"{wish.Address.IdnHost} redirects more than {MostRedirects} times");
            wish = wish.Redirected(new Uri(wish.Address, location), answer.StatusCode);
        }
    }

    /// <summary>Whether it may be inside the network; thrown where it may not be called at all.</summary>
    private bool Judge(Uri address)
    {
        if (address.Scheme is not ("http" or "https")) throw NotForScripts.Bad("Only addresses that begin with https:// or http:// can be called");
        if (OutgoingHosts.ListedInside(settings.InsideHosts, address)) return true;
        if (!OutgoingHosts.Listed(settings.Hosts, address)) throw new NotForScripts("forbidden", $"{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")} is not among the hosts that scripts may call (Plenum:Scripts:Http:Hosts)");
        return false;
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var inside = context.InitialRequestMessage.Options.TryGetValue(Inside, out var allowed) && allowed;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);
        if (!inside && addresses.Any(OutgoingHosts.IsInside)) throw new NotForScripts("forbidden", $"{host} is an address inside the network");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<Answered> Read(HttpResponseMessage answer, Uri from, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (body.Length + read > settings.MostBytes) throw new NotForScripts("badRequest", $"{from.IdnHost} answers more than {settings.MostBytes} bytes");
            body.Write(buffer, 0, read);
        }

        var headers = answer.Headers.Concat(answer.Content.Headers).GroupBy(header => header.Key.ToLowerInvariant()).ToDictionary(header => header.Key, header => string.Join(", ", header.SelectMany(one => one.Value)));
        return new Answered((int)answer.StatusCode, headers, System.Text.Encoding.UTF8.GetString(body.ToArray()), $"{from}");
    }
}

/// <summary>What came back.</summary>
internal sealed record Answered(int Status, IReadOnlyDictionary<string, string> Headers, string Text, string Url);
