using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;

namespace Plenum.Server.Calls;

/// <summary>Takes the one JPEG out of a form, in memory and within bounds. What it cannot take it refuses, saying why.</summary>
internal static class SlideUpload
{
    private const int LongestBoundary = 70;
    private const int Wrapping = 8 * 1024;

    public static async Task<byte[]> Read(HttpContext context, int longest)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new Unreadable(new Refusal("Send the picture as a form (multipart/form-data)", StatusCodes.Status415UnsupportedMediaType));
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary) throw new Unreadable("The form has no boundary that can be used");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = longest + Wrapping;
        var jpeg = await FirstPart(new MultipartReader(boundary, request.Body) { BodyLengthLimit = longest }, longest, context.RequestAborted);
        return Jpeg.Is(jpeg) ? jpeg : throw new Unreadable(new Refusal("The picture is not a JPEG", StatusCodes.Status415UnsupportedMediaType));
    }

    private static async Task<byte[]> FirstPart(MultipartReader form, int longest, CancellationToken cancellation)
    {
        MultipartSection? part = null;
        try
        {
            part = await form.ReadNextSectionAsync(cancellation) ?? throw new Unreadable("The form is empty");
            using var bytes = new MemoryStream();
            await part.Body.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            throw part is null
                ? new Unreadable("The form's head cannot be read")
                : new Unreadable(new Refusal($"A picture has at most {longest} bytes", StatusCodes.Status413PayloadTooLarge));
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new Unreadable("The form ends in the middle");
        }
    }
}
