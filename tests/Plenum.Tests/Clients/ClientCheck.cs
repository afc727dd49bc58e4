using System.Text.Json;

namespace Plenum.Tests.Clients;

/// <summary>One thing that an official client did, and whether the server's answer was what it expects.</summary>
public sealed record ClientCheck(string Area, string Function, string Name, string Outcome, string Detail, int Status)
{
    public bool Passed => Outcome == "passed";

    public static ClientCheck Parse(string line) =>
        JsonSerializer.Deserialize<ClientCheck>(line, JsonSerializerOptions.Web)
        ?? throw new FormatException($"Not a check: {line}");

    public override string ToString() => $"{Outcome}: {Area} / {Function} / {Name} ({Status}) {Detail}";
}
