using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting;

/// <summary>Traces, metrics and logs over OTLP, when the operator says where to; otherwise nothing is collected.</summary>
internal static class Telemetry
{
    /// <summary>The name of our own meter and activity source.</summary>
    public const string Name = "Plenum";

    /// <summary>Milliseconds for one export: a collector that hangs must not hold up the farewell, which tells three of them.</summary>
    private const int Patience = 1_000;

    public static void AddTo(WebApplicationBuilder builder, TelemetrySettings settings)
    {
        if (settings.Endpoint is null)
            return;
        var resource = ResourceBuilder.CreateDefault().AddService(settings.Service, serviceVersion: ProductVersion.Text);
        void Export(OtlpExporterOptions otlp) => (otlp.Endpoint, otlp.TimeoutMilliseconds) = (new Uri(settings.Endpoint), Patience);
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter(Export));
        // Our own spans rather than the framework's, whose attributes may show query strings.
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            // The framework's own request spans are not collected, so they must not decide about ours.
            .SetResourceBuilder(resource).SetSampler(new AlwaysOnSampler()).AddSource(Name, "Npgsql").AddOtlpExporter(Export).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Name, "Plenum.Storage", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
            .AddOtlpExporter(Export).Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    /// <summary>Providers collect from the moment they exist; nobody else would ask for them.</summary>
    private sealed class TelemetryStart(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.Shutdown(Patience);
            metrics.Shutdown(Patience);
            return Task.CompletedTask;
        }
    }
}
