using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plenum.Server.Conferences.Live;

namespace Plenum.Server.Conferences.Doors;

/// <summary>The envelope of the client API. The content type is exactly <c>application/json</c>: official clients compare it whole.</summary>
internal static class Answers
{
    private static readonly byte[] True = """{"status":"success","result":true}"""u8.ToArray();
    private static readonly byte[] Null = """{"status":"success","result":null}"""u8.ToArray();

    public static Task Yes(HttpContext context) => Write(context, StatusCodes.Status200OK, True);

    public static Task Nothing(HttpContext context) => Write(context, StatusCodes.Status200OK, Null);

    public static Task Result<T>(HttpContext context, T result, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        Raw(context, JsonSerializer.SerializeToUtf8Bytes(result, type), status);

    /// <summary>A result that is JSON already.</summary>
    public static Task Raw(HttpContext context, ReadOnlySpan<byte> json, int status = StatusCodes.Status200OK)
    {
        byte[] text = [.. """{"status":"success","result":"""u8, .. json, .. "}"u8];
        return Write(context, status, text);
    }

    /// <summary>An answer that is its own envelope.</summary>
    public static Task Whole(HttpContext context, byte[] json) => Write(context, StatusCodes.Status200OK, json);

    public static Task Text(HttpContext context, string text) =>
        Raw(context, Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text)}\""));

    /// <summary>Every no of the client API is said here, and counted.</summary>
    public static Task No(HttpContext context, Refusal refusal)
    {
        context.RequestServices.GetRequiredService<ConferenceMeter>().Refused(refusal);
        if (refusal.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "1";
        return Write(context, refusal.Status, refusal.Departed is { } why ? Gone(refusal.Text, why) : Failed(refusal.Text));
    }

    public static byte[] Failed(string text) =>
        Encoding.UTF8.GetBytes($$"""{"status":"failed","result":"{{JsonEncodedText.Encode(text)}}"}""");

    /// <summary>Our own clients look into <c>plenum</c>; to others it is a refusal like any other.</summary>
    private static byte[] Gone(string text, string why) =>
        Encoding.UTF8.GetBytes($$$"""{"status":"failed","result":"{{{JsonEncodedText.Encode(text)}}}","plenum":{"departed":"{{{JsonEncodedText.Encode(why)}}}"}}""");

    private static Task Write(HttpContext context, int status, byte[] text)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = text.Length;
        response.Headers.CacheControl = "no-store";
        return response.Body.WriteAsync(text, context.RequestAborted).AsTask();
    }
}
