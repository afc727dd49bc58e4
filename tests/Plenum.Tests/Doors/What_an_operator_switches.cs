using System.Net;
using System.Text.Json;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Doors that are closed until an operator opens them, and the entrance that an operator closes.</summary>
public sealed class What_an_operator_switches(What_an_operator_switches.On on) : IClassFixture<What_an_operator_switches.On>
{
    [Fact]
    public async Task Captions_reach_those_who_switched_them_on_and_nobody_else()
    {
        var (ann, bob, cid) = (await Join("Ann"), await Join("Bob"), await Join("Cid"));
        await using var bobs = await bob.Listen();
        await using var cids = await cid.Listen();
        (await bob.Post(bob, "show_live_captions")).Accepted();
        (await ann.Post("plenum/captions", new { data = "Good morn", is_final = false })).Accepted();
        (await ann.Post("plenum/captions", new { data = "Good morning", is_final = true, src_lang = "en", tgt_lang = "en-GB" })).Accepted();
        await ann.Say("the end");

        var seen = await bobs.Through("message_received");
        var captions = seen.Where(said => said.Name == "live_captions").Select(said => said.Payload).ToList();
        Assert.Equal(["Good morn", "Good morning"], captions.Select(caption => caption.GetProperty("data").GetString()));
        Assert.Equal([false, true], captions.Select(caption => caption.GetProperty("is_final").GetBoolean()));
        Assert.Equal(("en", "en-GB"), (captions[1].GetProperty("src_lang").GetString(), captions[1].GetProperty("tgt_lang").GetString()));
        Assert.False(captions[0].TryGetProperty("src_lang", out _));
        Assert.Equal(ann.Id, captions[1].GetProperty("sources")[0].GetProperty("participant_uuid").GetString());
        Assert.DoesNotContain(await cids.Through("message_received"), said => said.Name == "live_captions");
    }

    [Fact]
    public async Task Captions_that_cannot_be_are_refused_by_name()
    {
        var ann = await Join("Ann");
        Assert.Equal("is_final is required", (await ann.Post("plenum/captions", new { data = "x" })).Refused(HttpStatusCode.BadRequest));
        Assert.Equal("src_lang must be a language tag", (await ann.Post("plenum/captions", new { data = "x", is_final = true, src_lang = "<b>" })).Refused(HttpStatusCode.BadRequest));
        Assert.Equal("Participant not found", (await ann.Post("plenum/captions", new { data = "x", is_final = true, participant_uuid = Guid.NewGuid() })).Refused());
        var without = await Visitor.Join(on.Http, "meet.open", "Ann");
        Assert.Equal("Live captions are not available", (await without.Post("plenum/captions", new { data = "x", is_final = true })).Refused());
    }

    [Fact]
    public async Task In_maintenance_nobody_new_comes_in_and_who_is_in_stays_and_moves()
    {
        var ann = await Visitor.Join(on.Http, "meet.open", "Ann");
        var bob = await Visitor.Join(on.Http, "meet.open", "Bob");
        await using var stream = await bob.Listen();
        var switched = Path.Combine(on.Server.DataFolder, "maintenance");
        await File.WriteAllTextAsync(switched, "");
        try
        {
            Assert.Equal("Maintenance mode", (await Visitor.Knock(on.Http, "meet.open", new { display_name = "Cid" })).Refused(HttpStatusCode.ServiceUnavailable));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await on.Http.GetAsync("/api/client/v2/status")).StatusCode);
            (await ann.Refresh()).Accepted();
            (await ann.Post(bob, "transfer", new { conference_alias = on.Alias, role = "host" })).Accepted();
            var ticket = (await stream.Until("refer")).GetProperty("token").GetString();

            // The ticket comes in the header here, as some clients send it.
            var knock = await new Visitor(on.Http, on.Alias, ticket, bob.Id).Post("request_token", new { display_name = "Bob" });
            Assert.Equal(JsonValueKind.String, knock.Accepted().GetProperty("token").ValueKind);
        }
        finally
        {
            File.Delete(switched);
        }

        await Visitor.Join(on.Http, "meet.open", "Cid");
    }

    [Fact]
    public async Task A_token_of_an_earlier_visit_in_the_header_keeps_nobody_out()
    {
        var ann = await Join("Ann");
        (await ann.Post("release_token", new { reason = "Gone for tea" })).Accepted();
        (await ann.Post("request_token", new { display_name = "Ann" })).Accepted();
    }

    [Fact]
    public async Task The_timeline_says_why_somebody_said_that_they_left()
    {
        var (ann, bob) = (await Join("Ann"), await Join("Bob"));
        (await bob.Post("release_token", new { reason = "Gone for tea" })).Accepted();
        var left = (await ann.Get("plenum/timeline")).Accepted().EnumerateArray()
            .Last(line => line.GetProperty("event").GetString() == "ParticipantLeft").GetProperty("details");
        Assert.Equal(("User initiated disconnect", "Gone for tea"), (left.GetProperty("reason").GetString(), left.GetProperty("said").GetString()));
    }

    private Task<Visitor> Join(string name) => Visitor.Join(on.Http, on.Alias, name);

    /// <summary>A server whose operator opened the door for captions, with a conference that has them.</summary>
    public sealed class On : IAsyncLifetime
    {
        public PlenumProcess Server { get; private set; } = null!;

        public HttpClient Http { get; private set; } = null!;

        public string Alias { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Server = await PlenumProcess.StartWith(new Dictionary<string, string> { ["Plenum__CaptionDoor"] = "true" });
            Http = new HttpClient { BaseAddress = Server.Address };
            using var admin = Administration.Of(Server);
            Alias = (await admin.Conference(new { captionsAvailable = true })).Alias;
        }

        public ValueTask DisposeAsync()
        {
            Http?.Dispose();
            return Server?.DisposeAsync() ?? ValueTask.CompletedTask;
        }
    }
}
