using System.Text;
using Microsoft.AspNetCore.Http;
using Plenum.Server.Branding;
using Plenum.Server.Lobby.Tongues;

namespace Plenum.Tests.Lobby;

/// <summary>What is painted before the app runs speaks what the app will, from the side that it will.</summary>
public sealed class A_language_that_a_branding_brings
{
    [Theory]
    [InlineData("ar", "ar", true, "انضم إلى اجتماع", "الدخول إلى meet {x}…")]
    [InlineData("ar-EG, en;q=0.5", "ar", true, "انضم إلى اجتماع", "الدخول إلى meet {x}…")]
    [InlineData("pt-BR", "pt-BR", false, "Join a meeting", "Joining meet…")]
    [InlineData("fr", "fr", false, "Entrez", "Connexion à meet…")]
    [InlineData("he", "en", false, "Join a meeting", "Joining meet…")]
    public void Is_spoken_to_whoever_prefers_it(string wish, string code, bool fromTheRight, string title, string joining)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = wish;
        var words = Tongue.Of(context, BroughtTongues.With(Branding));
        Assert.Equal((code, fromTheRight, title, joining), (words.Code, words.FromTheRight, words["Join a meeting"], words["Joining {0}…", "meet"]));
    }

    [Fact]
    public void Is_English_where_its_file_is_no_JSON()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{Tongue.Cookie}=fa";
        var words = Tongue.Of(context, BroughtTongues.With(Branding));
        Assert.Equal(("fa", true, "Join a meeting"), (words.Code, words.FromTheRight, words["Join a meeting"]));
    }

    private static readonly BrandingFiles Branding = BrandingFiles.Of(new Dictionary<string, string>
    {
        ["settings.json"] = "{}",
        ["languages/ar.json"] = """{"joining": {"landingTitle": "انضم إلى اجتماع", "entering": "الدخول إلى {meeting} {x}…", "home": 7}}""",
        ["languages/fa.json"] = "{nonsense",
        ["languages/fr.json"] = """{"joining": {"landingTitle": "Entrez"}}""",
        ["languages/pt-BR.json"] = """{"joining": []}""",
    }.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)));
}
