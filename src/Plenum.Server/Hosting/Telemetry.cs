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

    public static void AddTo(WebApplicationBuilder builder, TelemetrySettings settings)
    {
        if (settings.Endpoint is null)
            return;
        var resource = ResourceBuilder.CreateDefault().AddService(settings.Service, serviceVersion: ProductVersion.Text);
        void Export(OtlpExporterOptions otlp) => otlp.Endpoint = new Uri(settings.Endpoint);
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter(Export));
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource).AddSource(Name, "Npgsql").AddOtlpExporter(Export).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
            .AddOtlpExporter(Export).Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    /// <summary>Providers collect from the moment they exist; nobody else would ask for them.</summary>
    private sealed class TelemetryStart(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(1_000);
            metrics.ForceFlush(1_000);
            return Task.CompletedTask;
        }
    }
}
