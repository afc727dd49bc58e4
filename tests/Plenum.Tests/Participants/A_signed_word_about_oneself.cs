using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plenum.Tests.Doors;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants;

/// <summary>Attestations, checked as an outsider does: with nothing but the published key.</summary>
[Collection(nameof(A_running_server))]
public sealed class A_signed_word_about_oneself(A_running_server house)
{
    [Theory]
    [InlineData(true, "HOST")]
    [InlineData(false, "GUEST")]
    public async Task Says_role_and_conference_and_can_be_checked_by_anybody(bool host, string role)
    {
        await using var meeting = await Begin();
        var jwt = await Attestation(host ? meeting.Host : meeting.Guest);
        var claims = Checked(jwt, await PublishedKey());
        Assert.Equal(role, claims.GetProperty("role").GetString());
        Assert.Equal(meeting.Host.Alias, claims.GetProperty("conf").GetString());
        Assert.Equal((await PublishedKey()).GetProperty("kid").GetString(), claims.GetProperty("kid").GetString());
        var left = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()) - DateTimeOffset.UtcNow;
        Assert.InRange(left, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Is_not_believed_once_somebody_has_changed_it()
    {
        await using var meeting = await Begin();
        var parts = (await Attestation(meeting.Guest)).Split('.');
        var promoted = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("GUEST", "HOST", StringComparison.Ordinal);
        parts[1] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(promoted));
        Assert.False(Holds(parts, await PublishedKey()));
    }

    [Fact]
    public async Task Is_given_to_nobody_else_and_to_nobody_outside()
    {
        await using var meeting = await Begin();
        Assert.Equal("Invalid role", (await Ask(meeting.Host, about: meeting.Guest)).Refused());
        Assert.Equal("Waiting participants cannot do this", (await Ask(meeting.Waiting, meeting.Waiting)).Refused());
        Assert.Equal("Invalid token", (await Ask(meeting.Released, meeting.Released)).Refused());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await meeting.Host.Post(meeting.Host, "get_attestation")).Status);
    }

    [Fact]
    public async Task Has_a_key_of_which_only_the_public_half_is_published_and_which_outlives_a_restart()
    {
        await using var server = await PlenumProcess.Start();
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        var before = await http.GetStringAsync("/api/client/v2/jwk");
        var key = JsonDocument.Parse(before).RootElement.GetProperty("keys")[0];
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(member => member.Name).Order());
        await server.Stop();
        await server.Restart();
        Assert.Equal(before, await http.GetStringAsync("/api/client/v2/jwk"));
    }

    private Task<Meeting> Begin() => Meeting.Begin(house, house.Take(Furniture.Hosted));

    private static Task<Answer> Ask(Visitor by, Visitor about) => by.Get($"participants/{about.Id}/get_attestation");

    private static async Task<string> Attestation(Visitor of) => (await Ask(of, of)).Accepted().GetString()!;

    /// <summary>The one key, which the API's envelope and a plain key set name alike.</summary>
    private async Task<JsonElement> PublishedKey()
    {
        var answer = JsonDocument.Parse(await house.Http.GetStringAsync("/api/client/v2/jwk")).RootElement;
        var key = Assert.Single(answer.GetProperty("keys").EnumerateArray());
        Assert.Equal("success", answer.GetProperty("status").GetString());
        Assert.Equal(key.GetRawText(), Assert.Single(answer.GetProperty("result").GetProperty("keys").EnumerateArray()).GetRawText());
        return key;
    }

    private static JsonElement Checked(string jwt, JsonElement published)
    {
        var parts = jwt.Split('.');
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        Assert.Equal("ES256", header.GetProperty("alg").GetString());
        Assert.Equal(published.GetProperty("kid").GetString(), header.GetProperty("kid").GetString());
        Assert.True(Holds(parts, published));
        return JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
    }

    private static bool Holds(string[] parts, JsonElement published)
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Coordinate(published, "x"), Y = Coordinate(published, "y") },
        });
        return key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256);
    }

    private static byte[] Coordinate(JsonElement key, string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
}
