using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Calls are set up by whom they are for. Until there is media they fail as a text (bad inputs 64 and 84).</summary>
[Collection(nameof(A_running_server))]
public sealed class Setting_up_a_call(A_running_server house)
{
    private static readonly object Offer = new { call_type = "WEBRTC", sdp = "v=0" };

    [Fact]
    public async Task Nobody_sets_up_a_call_for_another()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var own = await meeting.Guest.Post(meeting.Guest, "calls", Offer);
        Assert.Equal((HttpStatusCode.InternalServerError, "text/plain"), (own.Status, own.Type?.MediaType));
        (await meeting.Host.Post(meeting.Guest, "calls", Offer)).Refused();
        (await meeting.Guest.Post(meeting.Host, "calls", Offer)).Refused();
        (await meeting.Waiting.Post(meeting.Waiting, "calls", Offer)).Refused();
        (await meeting.Released.Post(meeting.Released, "calls", Offer)).Refused();
        (await meeting.Host.Post($"participants/{Guid.NewGuid()}/calls", Offer)).Refused();
        foreach (var verb in new[] { "ack", "disconnect", "dtmf", "fecc", "new_candidate", "update", "statistics" })
            (await meeting.Guest.Post($"participants/{meeting.Guest.Id}/calls/{Guid.NewGuid()}/{verb}")).Refused();
    }

    /// <summary>Bad input 84.</summary>
    [Theory]
    [InlineData("too many lines")]
    [InlineData("binary")]
    [InlineData("not text")]
    [InlineData("too long")]
    public async Task A_malformed_offer_is_refused_at_once(string offer)
    {
        var somebody = await house.Join(house.Take(Furniture.Open), "Sam");
        object body = offer switch
        {
            "too many lines" => new { call_type = "WEBRTC", sdp = string.Concat(Enumerable.Repeat("m=video 9 X 0\r\n", 50_000)) },
            "binary" => "{\"call_type\":\"WEBRTC\",\"sdp\":\"\xff\xfe\u0001\"}".Select(c => (byte)c).ToArray(),
            "not text" => new { call_type = "WEBRTC", sdp = 7 },
            _ => new { call_type = "WEBRTC", sdp = new string('x', 2 * 1024 * 1024) },
        };
        var answer = await somebody.Post(somebody, "calls", body);
        answer.Refused(offer is "too long" ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.BadRequest);
        (await somebody.Get("conference_status")).Accepted();
    }
}
