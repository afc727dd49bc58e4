using Plenum.Server.Hosting.Settings;
using Plenum.Server.Management.Support;

namespace Plenum.Tests.Management;

/// <summary>What leaves the house for support, text by text.</summary>
public sealed class What_strangers_are_shown
{
    [Theory]
    [InlineData("Host=db;Username=plenum;Password=hunter22", "hunter22")]
    [InlineData("Host=db;Pwd='two words;and more'", "two words;and more")]
    [InlineData("Host=db;SSL Password=keyphrase", "keyphrase")]
    [InlineData("no connection string but hunter22", "hunter22")]
    public void Shows_no_password_of_a_database(string connection, string password)
    {
        var redaction = new Redaction(new ServerSettings { Database = connection }, []);
        Assert.DoesNotContain(password, redaction.Of(new ServerSettings { Database = connection }).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(password, redaction.Of($"cannot open: {password}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /x?token=abc123def&page=2", "abc123def")]
    [InlineData("Authorization: Bearer short-one", "short-one")]
    [InlineData("authorization: Basic YWRtaW46eA==", "YWRtaW46eA==")]
    [InlineData("""{"pin":"2468","name":"x"}""", "2468")]
    [InlineData("""{\"password\":\"open sesame\"}""", "open")]
    [InlineData("postgres://plenum:hunter22@db/plenum", "hunter22")]
    [InlineData("key plenum_AbCdEfGhIjKlMnOpQrStUvWxYz", "AbCdEfGh")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----", "MHcCAQEE")]
    [InlineData("cookie plenum_admin=Zm9vYmFyYmF6", "Zm9vYmFyYmF6")]
    [InlineData("saw eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9x0 go by", "eyJhbGciOiJSUzI1NiIs")]
    public void Shows_nothing_that_looks_like_a_secret(string text, string secret) =>
        Assert.DoesNotContain(secret, new Redaction(new ServerSettings(), []).Of(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Plenum.Server.Conferences.Live.LiveConferences: a conference was loaded")]
    [InlineData("Conference 0199d2c4-7c1f-7a31-9f0e-0123456789ab is served")]
    [InlineData("at Plenum.Server.Conferences.Doors.ConferencesAreNotReadableByEverybodyHere()")]
    public void Leaves_alone_what_is_none(string text) => Assert.Equal(text, new Redaction(new ServerSettings(), []).Of(text));
}
