using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

/// <summary>A page with plugins in it, as a browser would be one: it says that it is there, listens, and says what its plugins say.</summary>
internal sealed class Page(Visitor visitor) : IAsyncDisposable
{
    private EventReader? _events;
    private long _said;

    public string Tab { get; } = $"{Guid.NewGuid():N}";

    public Visitor Visitor => visitor;

    public static async Task<Page> Open(Visitor visitor)
    {
        var page = new Page(visitor);
        await page.Listen();
        await page.Announce();
        return page;
    }

    public async Task Listen() => _events = await visitor.Listen();

    /// <summary>The plugins that it runs, and what it missed after a number.</summary>
    public async Task<JsonElement> Announce(long since = 0) => (await visitor.Post("plenum/tabs", new { tab = Tab, since })).Ok();

    /// <summary>The next message for this page.</summary>
    public async Task<JsonElement> Next() =>
        (await _events!.Until("plenum", told => told.GetProperty("name").GetString() == "ui-message" && told.GetProperty("payload").GetProperty("tab").GetString() == Tab)).GetProperty("payload");

    public Task<Answer> Reply(JsonElement message, string callback, object? data = null, long? seq = null) =>
        visitor.Post("plenum/said", new { tab = Tab, seq = seq ?? ++_said, message = message.GetProperty("id").GetString(), callback, data });

    public Task<Answer> Send(string plugin, string name, object? data = null, long? seq = null) =>
        visitor.Post("plenum/said", new Dictionary<string, object?> { ["tab"] = Tab, ["seq"] = seq ?? ++_said, ["plugin"] = plugin, ["event"] = name, ["data"] = data });

    public ValueTask DisposeAsync() => _events?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>Reading answers.</summary>
internal static class Answers
{
    public static JsonElement Ok(this Answer answer)
    {
        Assert.True(answer.Status is System.Net.HttpStatusCode.OK, $"{(int)answer.Status} {answer.Text}");
        return answer.Result;
    }
}
