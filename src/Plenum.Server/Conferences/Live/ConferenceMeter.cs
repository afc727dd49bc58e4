using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.WebUtilities;

namespace Plenum.Server.Conferences.Live;

/// <summary>What an operator watches: who is there, how much happens, how long the log takes, how often the answer is no.</summary>
internal sealed class ConferenceMeter : IDisposable
{
    public static readonly ActivitySource Source = new(Hosting.Telemetry.Name);
    private readonly Meter meter = new(Hosting.Telemetry.Name);
    private readonly Counter<long> events;
    private readonly Counter<long> refusals;
    private readonly Histogram<double> appends;

    public ConferenceMeter()
    {
        events = meter.CreateCounter<long>("plenum.events", "{event}", "Events appended to conferences' logs");
        refusals = meter.CreateCounter<long>("plenum.refusals", "{request}", "Requests of the client API and of the admin API that were refused, by reason");
        appends = meter.CreateHistogram<double>("plenum.append.duration", "s", "From handing events to the log to their being durable");
    }

    public void Watch(LiveConferences conferences)
    {
        meter.CreateObservableGauge("plenum.conferences", () => conferences.Loaded.Count(), "{conference}", "Conferences live on this node");
        meter.CreateObservableGauge("plenum.participants", () => conferences.Loaded.Sum(c => c.Now.Participants.Count), "{participant}", "Participants in them");
        meter.CreateObservableGauge("plenum.streams", () => conferences.Loaded.Sum(c => c.Audience.Count), "{stream}", "Open event streams");
    }

    public void Appended(int count, TimeSpan took)
    {
        events.Add(count);
        appends.Record(took.TotalSeconds);
    }

    /// <summary>What is wrong with a bad request is told in the caller's own words, which are no name for a figure.</summary>
    public void Refused(Refusal refusal) => refusals.Add(1, new KeyValuePair<string, object?>(
        "reason", refusal.Status is StatusCodes.Status400BadRequest ? "Bad request" : refusal.Text), Of("client"));

    /// <summary>The admin API says no in sentences that name things; a figure is named by the status alone.</summary>
    public void RefusedAdministrator(int status) => refusals.Add(1, new KeyValuePair<string, object?>("reason", ReasonPhrases.GetReasonPhrase(status)), Of("admin"));

    private static KeyValuePair<string, object?> Of(string api) => new("api", api);

    public void Dispose() => meter.Dispose();
}
