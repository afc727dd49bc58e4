using System.Net;
using System.Text;
using System.Text.Json;

namespace Plenum.Server.Scripting.Sys.Http;

/// <summary>A request that a script wants made.</summary>
internal sealed record OutgoingRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body, bool Json, TimeSpan Timeout)
{
    private const int LongestBody = 512 * 1024, LongestHeader = 8 * 1024, MostHeaders = 50;
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Headers that belong to the connection, and would say two things at once.</summary>
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Proxy-Authorization", "Proxy-Connection", "Keep-Alive",
    };

    /// <summary>What proves who asks, and is for the first host only.</summary>
    private static readonly HashSet<string> Proofs = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Cookie", "X-API-Key" };

    public static OutgoingRequest Read(JsonElement given, TimeSpan longest)
    {
        var method = (given.Member("method") ?? "").ToUpperInvariant();
        if (!Methods.Contains(method)) throw NotForScripts.Bad($"method is one of {string.Join(", ", Methods)}");
        if (!Uri.TryCreate(given.Member("url"), UriKind.Absolute, out var address) || address.Host.Length == 0 || address.UserInfo.Length > 0) throw NotForScripts.Bad("url is a whole address, without a name and password in it");
        var body = given.Member("body");
        if (body is { Length: > LongestBody }) throw NotForScripts.Bad($"body has at most {LongestBody} characters");
        if (body is not null && method is "GET" or "HEAD") body = null;
        return new OutgoingRequest(new HttpMethod(method), address, HeadersOf(given), body, given.GetProperty("json").ValueKind is JsonValueKind.True, Given.Span(given, "timeout", longest) ?? longest);
    }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        if (Body is not null) message.Content = new StringContent(Body, Encoding.UTF8, Json ? "application/json" : "text/plain");
        message.Headers.UserAgent.ParseAdd("Plenum");
        foreach (var (name, value) in Headers)
        {
            if (name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)) message.Headers.UserAgent.Clear();
            if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) message.Content?.Headers.Remove(name);
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>To another place: as browsers do it, a form that was taken is followed by a look, and what proves who asks stays with the first host.</summary>
    public OutgoingRequest Redirected(Uri to, HttpStatusCode how)
    {
        var looks = how is HttpStatusCode.SeeOther || (how is HttpStatusCode.MovedPermanently or HttpStatusCode.Found && Method == HttpMethod.Post);
        var same = to.Scheme == Address.Scheme && to.Authority.Equals(Address.Authority, StringComparison.OrdinalIgnoreCase);
        return this with
        {
            Address = to,
            Method = looks && Method != HttpMethod.Head ? HttpMethod.Get : Method,
            Body = looks ? null : Body,
            Headers = same ? Headers : Headers.Where(header => !Proofs.Contains(header.Key)).ToDictionary(),
        };
    }

    private static Dictionary<string, string> HeadersOf(JsonElement given)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!given.TryGetProperty("headers", out var wanted) || wanted.ValueKind is not JsonValueKind.Object) return headers;
        foreach (var header in wanted.EnumerateObject())
        {
            var value = header.Value.ValueKind is JsonValueKind.String ? header.Value.GetString()! : header.Value.GetRawText();
            if (header.Name.Length == 0 || !header.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') || value.Length > LongestHeader || value.Any(letter => letter is < ' ' or '\x7f' or > '\xff'))
                throw NotForScripts.Bad($"{header.Name} is no header that can be sent");
            if (Ours.Contains(header.Name)) throw NotForScripts.Bad($"The header {header.Name} is the connection's own");
            headers[header.Name] = value;
        }

        return headers.Count <= MostHeaders ? headers : throw NotForScripts.Bad($"A request has at most {MostHeaders} headers");
    }
}
