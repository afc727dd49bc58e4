using Microsoft.Net.Http.Headers;

namespace Plenum.Server.Lobby.Tongues;

/// <summary>
/// The language that a page of the server speaks to whoever asked for it. English is what the pages are written in, so it
/// looks nothing up.
/// </summary>
public sealed class Tongue
{
    public static readonly Tongue English = new("en", new Dictionary<string, string>());
    public static readonly IReadOnlyList<Tongue> All = [English, new("de", German.Words), new("fr", French.Words)];

    private readonly IReadOnlyDictionary<string, string> words;

    private Tongue(string code, IReadOnlyDictionary<string, string> words) => (Code, this.words) = (code, words);

    /// <summary>As in the attribute <c>lang</c>.</summary>
    public string Code { get; }

    /// <summary>A sentence of a page, in this language.</summary>
    public string this[string english] => words.GetValueOrDefault(english, english);

    /// <summary>The same with what belongs in its places: {0}, {1}.</summary>
    public string this[string english, params object[] places] => string.Format(System.Globalization.CultureInfo.InvariantCulture, this[english], places);

    /// <summary>What the address names, as the app does where somebody chose another language; or else what the browser prefers. Caches are told.</summary>
    public static Tongue Of(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return Named(context.Request.Query["language"].ToString()) ?? Preferred(context.Request) ?? English;
    }

    private static Tongue? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wish => wish.Quality is not 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => Named(wish.Value.Value ?? ""))
        .FirstOrDefault(tongue => tongue is not null);

    /// <summary>Dialects are not told apart.</summary>
    private static Tongue? Named(string code) => All.FirstOrDefault(tongue =>
        code.StartsWith(tongue.Code, StringComparison.OrdinalIgnoreCase) && (code.Length == tongue.Code.Length || code[tongue.Code.Length] == '-'));
}
