using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Branding.Intake;

/// <summary>Takes the file <c>package</c> out of a form into a file of its own, which is gone when it was looked at, or when the next start finds it.</summary>
internal sealed class PackageUpload(PlenumFolder folder, Limits limits) : IDisposable
{
    private const int DiskFull = 28;

    private const int LongestBoundary = 70;
    private const int LongestName = 100;
    private const int Wrapping = 16 * 1024;

    /// <summary>A package in memory is large, so that one is looked at after the other.</summary>
    private readonly SemaphoreSlim _oneAtATime = new(1);

    private string Folder => Path.Combine(folder.Path, "uploads");

    /// <summary>What was cut off when the server last ended is nobody's.</summary>
    public void Sweep()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Looks at the file that was sent, and at the name that the form gives it.</summary>
    /// <exception cref="UploadRefused">It was too long, not whole, or no form.</exception>
    public async Task<(T Result, string Name)> Take<T>(HttpContext context, Func<Stream, T> look)
    {
        var form = Form(context);
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
            var name = await Receive(form, file, context.RequestAborted);
            file.Position = 0;
            return (await InTurn(() => look(file), context.RequestAborted), name);
        }
        catch (BadHttpRequestException fault)
        {
            throw fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLong() : Cut();
        }
        catch (InvalidDataException)
        {
            throw TooLong();
        }
        catch (IOException full) when (full.HResult == DiskFull)
        {
            throw new UploadRefused(StatusCodes.Status507InsufficientStorage, "This server's disk is full; nothing was kept, and what was shown still is. Make room, then try again.");
        }
        catch (IOException)
        {
            throw Cut();
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<T> InTurn<T>(Func<T> look, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return look();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private MultipartReader Form(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new UploadRefused(StatusCodes.Status415UnsupportedMediaType, "Send the ZIP as a form (multipart/form-data) in the field package, such as: curl -F package=@branding.zip");
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary) throw new UploadRefused(StatusCodes.Status400BadRequest, "The form has no boundary that can be used.");
        if (context.Request.ContentLength > limits.PackageBytes + Wrapping) throw TooLong();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.PackageBytes + Wrapping;
        return new MultipartReader(boundary, context.Request.Body) { BodyLengthLimit = limits.PackageBytes };
    }

    private static async Task<string> Receive(MultipartReader form, FileStream file, CancellationToken cancellation)
    {
        string? packageName = null, name = null;
        while (await form.ReadNextSectionAsync(cancellation) is { } part)
        {
            var about = part.GetContentDispositionHeader();
            switch (HeaderUtilities.RemoveQuotes(about?.Name ?? default).ToString())
            {
                case "package" when packageName is null:
                    packageName = HeaderUtilities.RemoveQuotes(about!.FileName).ToString();
                    await part.Body.CopyToAsync(file, cancellation);
                    break;
                case "name" when name is null:
                    name = await Short(part.Body, cancellation);
                    break;
                default:
                    throw new UploadRefused(StatusCodes.Status422UnprocessableEntity, "The form has the field package with the ZIP, once, and may have the field name; it has another, or one of them twice.");
            }
        }
        return packageName is null
            ? throw new UploadRefused(StatusCodes.Status422UnprocessableEntity, "The form has no field package; put the ZIP into it, such as: curl -F package=@branding.zip")
            : string.IsNullOrWhiteSpace(name) ? Path.GetFileNameWithoutExtension(packageName.Replace('\\', '/')) : name;
    }

    private static async Task<string> Short(Stream text, CancellationToken cancellation)
    {
        var bytes = new byte[LongestName * 4 + 1];
        var length = await text.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length < bytes.Length ? System.Text.Encoding.UTF8.GetString(bytes, 0, length)
            : throw new UploadRefused(StatusCodes.Status422UnprocessableEntity, $"The field name is longer than {LongestName} characters.");
    }

    private UploadRefused TooLong() => new(StatusCodes.Status413PayloadTooLarge,
        $"A package has at most {limits.PackageBytes / 1024 / 1024} MB. Leave large films out, or raise Plenum:Limits:PackageBytes.");

    private static UploadRefused Cut() => new(StatusCodes.Status400BadRequest, "The upload was not sent whole; nothing was kept. Try again.");
}

/// <summary>An upload that cannot be taken. Caught at the door.</summary>
internal sealed class UploadRefused(int status, string sentence) : Exception(sentence)
{
    public int Status { get; } = status;
}
