using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plenum.Bench.Results;

/// <summary>A measurement as a file for machines and a table for people.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Measurement measurement, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{measurement.At:yyyy-MM-dd}-{measurement.Case}");
        File.WriteAllText(path + ".json", JsonSerializer.Serialize(measurement, Readable) + "\n");
        File.WriteAllText(path + ".md", Markdown(measurement));
    }

    public static string Markdown(Measurement measurement)
    {
        var (machine, others) = (measurement.Machine, measurement.Disturbance);
        var text = new StringBuilder()
            .AppendLine($"## {measurement.Case}, {measurement.At:yyyy-MM-dd HH:mm} UTC")
            .AppendLine()
            .AppendLine($"{machine.Cores} cores ({machine.Processor}), {machine.MemoryBytes >> 30} GiB, {machine.Runtime}; "
                + $"others used {others.OtherProcessor:P0} of all cores, steal {others.Steal:P1}.")
            .AppendLine()
            .AppendLine("| figure | unit | plenum | bare | ratio | aim | met |")
            .AppendLine("|---|---|---:|---:|---:|---|---|");
        foreach (var figure in measurement.Figures)
            text.AppendLine($"| {figure.Name} | {figure.Unit} | {Number(figure.Plenum)} | {Number(figure.Bare)} | {Number(figure.Ratio)} "
                + $"| {figure.Aim?.Text} | {figure.Met switch { true => "yes", false => "no", null => "" }} |");
        return text.ToString();
    }

    private static string Number(double? value) => value is not { } number ? "-"
        : Math.Abs(number) >= 100 ? number.ToString("N0") : number.ToString("0.##");
}
