using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding.Portal;

namespace Plenum.Server.Management;

/// <summary>The logo and the watermark of a customization, sent as they are.</summary>
internal static class CustomizationPictureDoors
{
    public static void MapCustomizationPictures(this IEndpointRouteBuilder all)
    {
        all.MapPut("{id:guid}/pictures/{picture}", Put).Accepts<byte[]>("image/svg+xml", "image/png", "image/webp", "image/jpeg").WithName("setBrandPicture")
            .WithSummary("Sets the picture logo or watermark: SVG, PNG, WebP or JPEG").Refuses(404, 413, 422);
        all.MapDelete("{id:guid}/pictures/{picture}", Delete).WithName("removeBrandPicture").WithSummary("Takes the logo or the watermark away").Refuses(404);
    }

    public static async Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Put(Guid id, string picture, HttpContext context, Administrator who, Workbench bench, CancellationToken cancellation)
    {
        if (BrandPicture.All.FirstOrDefault(known => known.Name == picture) is not { } kind) return Problem.NotFound("picture");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = BrandPicture.Longest + 1;
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, cancellation);
        return await Set(id, kind, bytes.ToArray(), who, bench, cancellation);
    }

    public static Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Set(Guid id, BrandPicture picture, byte[] bytes, Administrator who, Workbench bench, CancellationToken cancellation) =>
        CustomizationDoors.Changed(
            id,
            draft => picture.Into(draft.Files, bytes) is { Files: var files, Why: var why } && files is not null ? draft with { Files = files } : throw new Unacceptable(picture.Name, why!),
            $"{picture.Name} set", who, bench, cancellation);

    public static async Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Delete(Guid id, string picture, Administrator who, Workbench bench, CancellationToken cancellation) =>
        BrandPicture.All.FirstOrDefault(known => known.Name == picture) is { } kind
            ? await CustomizationDoors.Changed(id, draft => draft with { Files = kind.Without(draft.Files) }, $"{picture} taken away", who, bench, cancellation)
            : Problem.NotFound("picture");
}
