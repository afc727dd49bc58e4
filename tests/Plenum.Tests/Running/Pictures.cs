using System.Net;
using System.Net.Http.Headers;

namespace Plenum.Tests.Running;

/// <summary>Still pictures, and how a browser's form sends them.</summary>
public static class Pictures
{
    /// <summary>One grey dot.</summary>
    public static readonly byte[] Dot =
    [
        .. Convert.FromBase64String("/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="),
        0xFF, 0xD9,
    ];

    /// <summary>The same dot, of this many bytes: the rest is remarks, which a decoder skips.</summary>
    public static byte[] OfBytes(int length)
    {
        var remarks = new List<byte>();
        for (var left = length - Dot.Length; left > 0;)
        {
            // A remark has four bytes of its own, so none may be left over that is smaller.
            var segment = left > 65_000 ? 60_000 : left;
            remarks.AddRange([0xFF, 0xFE, (byte)((segment - 2) >> 8), (byte)(segment - 2)]);
            remarks.AddRange(new byte[segment - 4]);
            left -= segment;
        }

        return [.. Dot[..2], .. remarks, .. Dot[2..]];
    }

    public static HttpContent Form(byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new MultipartFormDataContent { { part, "file", "presentation.jpg" } };
    }

    public static Task<Answer> Shows(this Visitor presenter, byte[] picture, string room = "") => presenter.Post($"{room}presentation", Form(picture));

    /// <summary>Takes the floor and shows something.</summary>
    public static async Task Presents(this Visitor presenter, byte[] picture, string room = "")
    {
        (await presenter.Post($"{room}participants/{presenter.Id}/take_floor")).Accepted();
        (await presenter.Shows(picture, room)).Accepted();
    }

    public static async Task<byte[]> Fetched(this HttpClient http, Visitor viewer, string name = "presentation.jpeg", string? id = null)
    {
        using var answer = await http.GetAsync($"{Visitor.Root}/{viewer.Alias}/{name}?id={id}&token={viewer.Token}");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
