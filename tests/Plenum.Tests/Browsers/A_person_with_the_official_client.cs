using System.Diagnostics;
using System.Text.Json;
using Plenum.Tests.Clients;

namespace Plenum.Tests.Browsers;

/// <summary>Somebody with the unmodified npm client, in a process of its own that is told what to do line by line.</summary>
internal sealed class A_person_with_the_official_client : IAsyncDisposable
{
    private readonly Process _node;
    private readonly List<string> _heard = [];
    private int _last;

    private A_person_with_the_official_client(Process node) => _node = node;

    public static async Task<A_person_with_the_official_client> Joins(Uri server, string alias, string name)
    {
        await ClientPackages.Installed;
        var wish = JsonSerializer.Serialize(new { url = server.GetLeftPart(UriPartial.Authority), name });
        var node = Process.Start(new ProcessStartInfo("node", ["people/alone.mjs", wish])
        {
            WorkingDirectory = ClientPackages.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var person = new A_person_with_the_official_client(node);
        await person.Does("call", new { conferenceAlias = alias });
        return person;
    }

    /// <summary>Calls a function of the client and waits for its answer.</summary>
    public async Task Does(string method, object argument)
    {
        var id = ++_last;
        await _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id, method, argument }));
        await _node.StandardInput.FlushAsync();
        var answer = await Line(line => line.Contains($"\"id\":{id},", StringComparison.Ordinal));
        Assert.DoesNotContain("\"problem\"", answer, StringComparison.Ordinal);
    }

    /// <summary>Waits until one of the client's signals has this in it.</summary>
    public Task Sees(string text) => Line(line => line.Contains("\"signal\"", StringComparison.Ordinal) && line.Contains(text, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private async Task<string> Line(Predicate<string> wanted)
    {
        if (_heard.Find(wanted) is { } before) return before;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _node.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            _heard.Add(line);
            if (wanted(line)) return line;
        }

        throw new InvalidOperationException($"The client ended. It said: {string.Join('\n', _heard)}");
    }
}
