using System.Collections.Concurrent;

namespace Plenum.Bench.Bare;

/// <summary>The least that can be done for each request of the load: the same bytes and flushes, and no conference.</summary>
internal sealed class Rooms(Journal journal)
{
    private readonly ConcurrentDictionary<string, Audience> _audiences = new();

    public Task AnswerAsync(HttpContext http)
    {
        var audience = _audiences.GetOrAdd(http.Request.Query["room"].ToString(), _ => new Audience());
        return http.Request.Path.Value switch
        {
            "/events" => audience.ListenAsync(http),
            "/publish" => PublishAsync(http, audience),
            "/join" => JoinAsync(http, audience),
            "/command" => CommandAsync(http, audience),
            _ => Task.CompletedTask,
        };
    }

    private static async Task PublishAsync(HttpContext http, Audience audience)
    {
        audience.Publish(await BodyAsync(http));
        await SucceedAsync(http, "true"u8.ToArray());
    }

    private static async Task JoinAsync(HttpContext http, Audience audience)
    {
        var frame = await BodyAsync(http);
        audience.Publish(frame);
        audience.Enter(frame);
        await SucceedAsync(http, frame);
    }

    private async Task CommandAsync(HttpContext http, Audience audience)
    {
        var frame = await BodyAsync(http);
        await journal.AppendAsync(frame);
        audience.Publish(frame);
        await SucceedAsync(http, "true"u8.ToArray());
    }

    private static async Task SucceedAsync(HttpContext http, byte[] answer)
    {
        http.Response.ContentLength = answer.Length;
        await http.Response.BodyWriter.WriteAsync(answer);
    }

    private static async Task<byte[]> BodyAsync(HttpContext http)
    {
        var body = new byte[(int)(http.Request.ContentLength ?? 0)];
        await http.Request.Body.ReadExactlyAsync(body, http.RequestAborted);
        return body;
    }
}
