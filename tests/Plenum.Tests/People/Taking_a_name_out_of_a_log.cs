using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Management.People;
using Plenum.Server.Participants;
using Plenum.Tests.Log;
using Plenum.Tests.Running;

namespace Plenum.Tests.People;

public sealed class Taking_a_name_out_of_a_log : IAsyncLifetime
{
    private readonly SqlitePlace _place = new();
    private readonly ManualClock _clock = new();
    private readonly ParticipantId _quirina = ParticipantId.New();
    private readonly ParticipantId _ben = ParticipantId.New();
    private IReadOnlyList<LogEntry> _before = [];

    public async ValueTask InitializeAsync()
    {
        await using var database = _place.Choose();
        await database.Migrate(TestContext.Current.CancellationToken);
        var id = ConferenceId.New();
        var meeting = await new Node(database, _clock).Conferences.Get(id);
        await meeting.Tell(new Join(new Newcomer(_quirina, "Quirina", Role.Host) { Uri = "sip:q@example.org", Vendor = "A phone" }), Actor.Of(_quirina));
        await meeting.Tell(new Join(new Newcomer(_ben, "Quirin", Role.Guest) { Vendor = "Another" }), Actor.Of(_ben));
        await meeting.Tell(new SetOverlayText("Dr. Q") { Subject = _quirina }, Actor.Of(_quirina));
        await meeting.Tell(new SendMessage("text/plain", "hello"), Actor.Of(_quirina));
        await meeting.Tell(new LockRoom(true), Actor.OfAdministrator("quirina"));
        _before = await database.Log(_clock).Read(id, 0, default);
    }

    public async ValueTask DisposeAsync() => await _place.Remove();

    [Fact]
    public void Leaves_a_log_that_leads_to_the_same_conference_but_for_the_name()
    {
        var after = Unnamed("QUIRINA");
        var (was, became) = (Fold(_before), Fold(after));

        Assert.Equal(_before.Select(entry => (entry.Version, entry.At, entry.Kind)), after.Select(entry => (entry.Version, entry.At, entry.Kind)));
        Assert.DoesNotContain(after, entry => $"{entry.Body}{entry.Cause}".Contains("quirina", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(after, entry => $"{entry.Body}".Contains("Dr. Q", StringComparison.Ordinal) || entry.Body.Contains("q@example", StringComparison.Ordinal) || entry.Body.Contains("A phone", StringComparison.Ordinal));
        Assert.Equal(Unnaming.Somebody, became.Participants[_quirina].Name);
        Assert.Equal(
            was with { Participants = was.Participants.SetItem(_quirina, was.Participants[_quirina] with { Name = Unnaming.Somebody, Uri = "", Vendor = "", OverlayText = "" }) } is var wanted ? FoldedConference.Of(wanted).ToText() : "",
            FoldedConference.Of(became).ToText());
    }

    [Fact]
    public void Leaves_everybody_else_alone()
    {
        var after = Unnamed("Quirina");
        Assert.Equal(_before.Single(entry => entry.Body.Contains("\"Quirin\"", StringComparison.Ordinal)), after.Single(entry => entry.Body.Contains("\"Quirin\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Changes_nothing_the_second_time()
    {
        var unnaming = new Unnaming(PersonName.Parse("Quirina")!, new HashSet<string> { $"{_quirina}" });
        Assert.All(Unnamed("Quirina"), entry => Assert.Null(unnaming.Of(entry)));
    }

    [Theory]
    [InlineData("Al", "Al said to Alan that all is well, al", "X said to Alan that all is well, X")]
    [InlineData("José Núñez", "josé núñez; José", "X; José")]
    [InlineData("a.b@c.de", "from a.b@c.de, not aXb@c.de", "from X, not aXb@c.de")]
    [InlineData("$1 (x)", "a $1 (x) b", "a X b")]
    public void Replaces_whole_words_alone(string name, string text, string wanted) => Assert.Equal(wanted, PersonName.Parse(name)!.Replace(text, "X"));

    [Theory]
    [InlineData("")]
    [InlineData(" x ")]
    [InlineData(null)]
    public void Needs_a_name_that_could_be_one(string? name) => Assert.Null(PersonName.Parse(name));

    private List<LogEntry> Unnamed(string name)
    {
        var unnaming = new Unnaming(PersonName.Parse(name)!, new HashSet<string> { $"{_quirina}" });
        return [.. _before.Select(entry => unnaming.Of(entry) ?? entry)];
    }

    private static Conference Fold(IEnumerable<LogEntry> entries) =>
        entries.Aggregate(new Conference(ConferenceId.Parse(Guid.Empty.ToString())), (conference, entry) => EventRecord.Read(entry).Apply(conference, entry.At) with { Version = entry.Version });
}
