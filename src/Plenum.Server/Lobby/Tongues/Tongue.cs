using Microsoft.Net.Http.Headers;

namespace Plenum.Server.Lobby.Tongues;

/// <summary>
/// The language that a page of the server speaks to whoever asked for it. English is what the pages are written in, so it
/// looks nothing up.
/// </summary>
public sealed class Tongue
{
    /// <summary>What somebody chose in the app's settings, where the server sees it. It holds a language's code and nothing else.</summary>
    public const string Cookie = "plenum-language";

    public static readonly Tongue English = new("en", new Dictionary<string, string>());
    public static readonly IReadOnlyList<Tongue> All = [English, new("de", German.Words), new("fr", French.Words)];

    /// <summary>The app has the same list, in words/direction.ts.</summary>
    private static readonly string[] FromRight = ["ar", "arc", "ckb", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

    private readonly IReadOnlyDictionary<string, string> words;

    public Tongue(string code, IReadOnlyDictionary<string, string> words) => (Code, this.words) = (code, words);

    /// <summary>As in the attribute <c>lang</c>.</summary>
    public string Code { get; }

    /// <summary>Whether its lines begin at the right; only a branding brings such a language.</summary>
    public bool FromTheRight => FromRight.Contains(Code.Split('-')[0]);

    /// <summary>A sentence of a page, in this language.</summary>
    public string this[string english] => words.GetValueOrDefault(english, english);

    /// <summary>The same with what belongs in its places: {0}, {1}.</summary>
    public string this[string english, params object[] places] => string.Format(System.Globalization.CultureInfo.InvariantCulture, this[english], places);

    /// <summary>What the address names; or else what was chosen in the app; or else what the browser prefers. Caches are told.</summary>
    public static Tongue Of(HttpContext context) => Of(context, Named);

    /// <summary>The same where there are more languages than the server's own.</summary>
    public static Tongue Of(HttpContext context, Func<string, Tongue?> named)
    {
        context.Response.Headers.Append(HeaderNames.Vary, $"{HeaderNames.AcceptLanguage}, {HeaderNames.Cookie}");
        var request = context.Request;
        return named(request.Query["language"].ToString()) ?? named(request.Cookies[Cookie] ?? "") ?? Preferred(request, named) ?? English;
    }

    private static Tongue? Preferred(HttpRequest request, Func<string, Tongue?> named) => request.GetTypedHeaders().AcceptLanguage
        .Where(wish => wish.Quality is not 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => named(wish.Value.Value ?? ""))
        .FirstOrDefault(tongue => tongue is not null);

    /// <summary>Its sentences, some of them said in another way.</summary>
    public IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> changed) =>
        words.Concat(changed).GroupBy(word => word.Key).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);

    /// <summary>Dialects are not told apart.</summary>
    public static Tongue? Named(string code) => All.FirstOrDefault(tongue =>
        code.StartsWith(tongue.Code, StringComparison.OrdinalIgnoreCase) && (code.Length == tongue.Code.Length || code[tongue.Code.Length] == '-'));
}
