using System.CommandLine;
using Plenum.Bench;
using Plenum.Bench.Cases;
using Plenum.Bench.Results;
using Plenum.Bench.Servers;
using Plenum.Bench.Wire;

var inShort = new Option<bool>("--short") { Description = "Smaller and briefer: shows that it works, not what it does." };
var bareOnly = new Option<bool>("--bare-only") { Description = "Measures the bare peer alone." };
var output = new Option<string>("--output") { Description = "Where results go.", DefaultValueFactory = _ => Path.Combine(Built.Root, "bench", "results") };
var root = new RootCommand("Puts Plenum under load beside a bare Kestrel that sends the same bytes.");
root.Subcommands.Add(Command("all", "every case", Case.All));
foreach (var each in Case.All)
    root.Subcommands.Add(Command(each.Name, each.Question, [each]));
return await root.Parse(args).InvokeAsync();

Command Command(string name, string description, IReadOnlyList<Case> cases)
{
    var command = new Command(name, description) { inShort, bareOnly, output };
    command.SetAction((parsed, stop) => RunAsync(cases, parsed, stop));
    return command;
}

async Task<int> RunAsync(IReadOnlyList<Case> cases, ParseResult parsed, CancellationToken stop)
{
    using var loop = new StreamLoop();
    var session = new Session(new Load(parsed.GetValue(inShort)), parsed.GetValue(bareOnly), loop, stop);
    foreach (var each in cases)
    {
        Console.WriteLine($"{each.Name}: {each.Question} ...");
        var measurement = await each.RunAsync(session);
        Report.Write(measurement, parsed.GetValue(output)!);
        Console.WriteLine(Report.Markdown(measurement));
    }

    return 0;
}
