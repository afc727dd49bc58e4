using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

public sealed class What_the_log_keeps
{
    private static readonly string[] Secrets = ["pin", "token", "sdp", "candidate", "payload", "password", "secret", "digits", "tones", "words"];
    private static readonly string[] Harmless = ["hasHostPin", "hasGuestPin", "pinning"];

    public static readonly Lazy<IReadOnlyList<LogEntry>> Everything = new(() =>
    {
        Dictionary<string, LogEntry> samples = [];
        Deeds.After(200, meeting => { foreach (var entry in meeting.Log) samples[entry.Kind] = entry; });
        return [.. samples.Values];
    });

    [Fact]
    public void Every_event_comes_back_as_it_went_in() => Assert.All(Everything.Value, entry =>
    {
        var again = EventRecord.Write(EventRecord.Read(entry), entry.Version, entry.At, EventRecord.ReadCause(entry), entry.Text);
        Assert.Equal(entry, again);
    });

    [Fact]
    public void Every_kind_of_event_can_be_stored() => Assert.All(
        typeof(ConferenceEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ConferenceEvent))),
        type => Assert.NotNull(EventJson.Default.GetTypeInfo(type)));

    [Fact]
    public void A_kind_that_this_version_does_not_know_is_never_skipped()
    {
        var entry = Everything.Value[0] with { Kind = "RoomPainted" };
        Assert.Contains("RoomPainted", Assert.Throws<UnknownEvent>(() => EventRecord.Read(entry)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("7")]
    public void A_broken_body_is_never_skipped(string body) => Assert.All(
        Everything.Value, entry => Assert.Throws<UnknownEvent>(() => EventRecord.Read(entry with { Body = body })));

    /// <summary>Parts that older logs do not have, since what they tell of could not happen then.</summary>
    private static readonly string[] Later = ["origin"];

    [Fact]
    public void A_body_that_lacks_a_part_is_never_guessed_at() => Assert.All(Everything.Value, entry =>
    {
        foreach (var (name, _) in JsonNode.Parse(entry.Body)!.AsObject().Where(part => !Later.Contains(part.Key)))
        {
            var without = JsonNode.Parse(entry.Body)!.AsObject();
            without.Remove(name);
            Assert.Throws<UnknownEvent>(() => EventRecord.Read(entry with { Body = without.ToJsonString() }));
        }
    });

    [Fact]
    public void An_id_that_is_none_is_never_guessed_at() => Assert.Throws<UnknownEvent>(() => EventRecord.Read(
        new LogEntry(1, Gathering.Noon, nameof(ParticipantAdmitted), """{"id":"nobody","muted":false}""", "{}", null)));

    [Fact]
    public void No_secret_has_a_place_in_it() => Assert.All(Everything.Value, entry =>
        Assert.DoesNotContain(NamesIn(JsonNode.Parse(entry.Body)!), name =>
            !Harmless.Contains(name) && Array.Exists(Secrets, secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase))));

    [Fact]
    public void No_words_of_a_chat_are_in_a_body() =>
        Assert.All(Everything.Value, entry => Assert.DoesNotContain("whisper", entry.Body, StringComparison.Ordinal));

    [Fact]
    public void Who_caused_it_is_kept_with_what_it_claimed()
    {
        var by = Actor.Of(ParticipantId.New(), "plugin/polls");
        var entry = EventRecord.Write(new MeetingStarted(), 1, Gathering.Noon, by, null);
        Assert.Equal(by, EventRecord.ReadCause(entry));
    }

    [Fact]
    public void The_conferences_own_clock_is_named_by_nothing() =>
        Assert.Equal("{}", EventRecord.Write(new MeetingStarted(), 1, Gathering.Noon, Actor.Clock, null).Cause);

    [Fact]
    public void A_snapshot_gives_the_conference_back() => Deeds.After(100, meeting =>
    {
        var folded = FoldedConference.Of(meeting.Conference);
        Assert.Equal(folded.ToText(), FoldedConference.Of(FoldedConference.FromSnapshot(folded.ToSnapshot())).ToText());
    });

    [Fact]
    public void A_snapshot_carries_the_shape_that_it_has() =>
        Assert.Equal(FoldedConference.Stamp, FoldedConference.Of(Gathering.Open().Conference).ToSnapshot().Stamp);

    [Fact]
    public void The_stamp_changes_with_the_shape()
    {
        Assert.Equal(Shape<Before>(), Shape<Before>());
        Assert.NotEqual(Shape<Holder<Before>>(), Shape<Holder<After>>());
    }

    [Fact]
    public void Decided_in_one_batch_is_the_same_as_decided_one_by_one() => Deeds.Check(100, (meeting, crowd, deeds) =>
    {
        // The conference whose meeting is running; a meeting's own id is drawn by each deliberation for itself.
        meeting.Joins("Ann");
        var start = meeting.Conference;
        List<(Command Command, Actor By)> wishes = [];
        foreach (var deed in deeds)
        {
            var wish = crowd.Means(deed);
            wishes.Add(wish);
            meeting.Decide(wish.Command, wish.By);
        }

        var batch = Deliberation.On(start, [.. wishes.Select(wish => new CommandLetter(wish.Command, wish.By))], meeting.Terms, meeting.Now);
        var single = start;
        foreach (var (command, by) in wishes) single = Deliberation.On(single, [new CommandLetter(command, by)], meeting.Terms, meeting.Now).Outcome;
        Assert.Equal(Text(single), Text(batch.Outcome));
        Assert.Equal(batch.Outcome.Version - start.Version, batch.Entries.Count);
        Assert.True(batch.ToAppend().Gapless);
        Assert.Equal(batch.Outcome.Participants.Count > 0, batch.ToAppend().Occupied);
    });

    [Fact]
    public void Time_never_runs_backwards_in_it()
    {
        var meeting = Gathering.Open();
        var ann = meeting.Joins("Ann");
        var letter = new CommandLetter(new LockRoom(true), Actor.Of(ann));
        var batch = Deliberation.On(meeting.Conference, [letter], meeting.Terms, meeting.Now - TimeSpan.FromHours(1));
        Assert.Equal(meeting.Conference.LastEventAt, batch.Entries[0].At);
    }

    private static string Text(Conference conference) => FoldedConference.Of(conference with
    {
        Meeting = conference.Meeting is { } meeting ? meeting with { Id = Guid.Empty } : null,
    }).ToText();

    private static string Shape<T>() => FoldedConference.Shape(
        new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(T)));

    private static IEnumerable<string> NamesIn(JsonNode node) => node switch
    {
        JsonObject some => some.SelectMany(part => part.Value is null ? [part.Key] : NamesIn(part.Value).Prepend(part.Key)),
        JsonArray many => many.OfType<JsonNode>().SelectMany(NamesIn),
        _ => [],
    };

    private sealed record Holder<T>(IReadOnlyList<T> Things);

    private sealed record Before(int One);

    private sealed record After(int One, int Two);
}
