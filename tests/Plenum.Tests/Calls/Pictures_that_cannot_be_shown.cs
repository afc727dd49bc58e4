using System.Net;
using System.Net.Sockets;
using System.Text;
using Plenum.Server.Calls;
using Plenum.Tests.Running;

namespace Plenum.Tests.Calls;

/// <summary>What is sent as a picture and is none, or too much of one. The picture before stays.</summary>
[Collection(nameof(A_running_server))]
public sealed class Pictures_that_cannot_be_shown(A_running_server house)
{
    private const int Largest = 2 * 1024 * 1024;

    public static TheoryData<string, byte[]> NoPictures { get; } = new()
    {
        { "nothing", [] },
        { "text", "hello"u8.ToArray() },
        { "a page behind a JPEG's first bytes", [0xFF, 0xD8, 0xFF, .. "<script>alert(1)</script>"u8, 0xFF, 0xD9] },
        { "PNG", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[40]] },
        { "only start and end", [0xFF, 0xD8, 0xFF, 0xD9] },
        { "without an end", Pictures.Dot[..^2] },
        { "without a frame", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9] },
        { "a segment that reaches beyond the end", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 3, 0xFF, 0xD9] },
        { "a segment shorter than its own length", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9] },
        { "without any size", [0xFF, 0xD8, 0xFF, 0xC0, 0, 8, 8, 0, 0, 0, 0, 0, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9] },
    };

    [Theory]
    [MemberData(nameof(NoPictures))]
    public async Task What_is_no_JPEG_is_refused(string what, byte[] bytes)
    {
        Assert.False(Jpeg.Is(bytes), what);
        var presenter = await Presenter();
        var answer = await presenter.Shows(bytes);
        Assert.Equal("The picture is not a JPEG", answer.Refused(HttpStatusCode.UnsupportedMediaType));
        Assert.Equal(Pictures.Dot, await house.Http.Fetched(presenter));
    }

    [Fact]
    public async Task The_largest_is_two_megabytes()
    {
        var presenter = await Presenter();
        (await presenter.Shows(Pictures.OfBytes(Largest))).Accepted();
        Assert.Equal($"A picture has at most {Largest} bytes", (await presenter.Shows(Pictures.OfBytes(Largest + 1))).Refused(HttpStatusCode.RequestEntityTooLarge));
        (await presenter.Shows(Pictures.OfBytes(Largest * 4))).Refused(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(Largest, (await house.Http.Fetched(presenter)).Length);
    }

    [Theory]
    [InlineData("image/jpeg", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=none-of-this-is-in-it", HttpStatusCode.BadRequest)]
    public async Task What_is_no_form_is_refused(string type, HttpStatusCode status)
    {
        var presenter = await Presenter();
        using var body = new ByteArrayContent(Pictures.Dot);
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        (await presenter.Post("presentation", body)).Refused(status);
    }

    [Fact]
    public async Task A_form_that_never_gets_to_a_picture_is_refused_as_such()
    {
        var presenter = await Presenter();
        using var body = new ByteArrayContent(new byte[100_000]);
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        (await presenter.Post("presentation", body)).Refused(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_many_that_never_end_only_a_few_are_waited_for()
    {
        var presenter = await Presenter();
        var never = new List<TcpClient>();
        for (var i = 0; i < 4; i++) never.Add(await BeginUpload(presenter));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await presenter.Shows(Pictures.Dot)).Status);
        foreach (var client in never) client.Dispose();

        var answer = await presenter.Shows(Pictures.Dot);
        for (var tries = 0; answer.Status is HttpStatusCode.TooManyRequests && tries < 500; tries++) answer = await presenter.Shows(Pictures.Dot);
        answer.Accepted();
    }

    /// <summary>Returns when the server has asked for the body, so that it is surely waiting.</summary>
    private async Task<TcpClient> BeginUpload(Visitor presenter)
    {
        var client = new TcpClient();
        await client.ConnectAsync(house.Server.Address.Host, house.Server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Visitor.Root}/{presenter.Alias}/presentation HTTP/1.1\r\nHost: x\r\ntoken: {presenter.Token}\r\nExpect: 100-continue\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n\r\n"));
        var buffer = new byte[256];
        var read = await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Visitor.Patience);
        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
        return client;
    }

    private async Task<Visitor> Presenter()
    {
        var presenter = await house.Join(house.Take(Furniture.Open), "Petra");
        await presenter.Presents(Pictures.Dot);
        return presenter;
    }
}
