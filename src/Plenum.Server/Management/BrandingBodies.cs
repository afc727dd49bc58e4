using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Signing;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Management;

/// <summary>The form that a package is sent in.</summary>
internal sealed record PackageForm(IFormFile Package, string? Name);

/// <summary>A branding as the API tells it.</summary>
public sealed record BrandingBody(
    string Id, string Name, string BrandingId, bool Active, int Files, long Bytes, IReadOnlyList<PackagedPlugin> Plugins, IReadOnlyList<Finding> Problems,
    DateTimeOffset? UploadedAt, string UploadedBy)
{
    /// <summary>Who signed it, where one branding is asked for by itself.</summary>
    public SignedBy? Signature { get; init; }

    internal static BrandingBody Of(StoredBranding branding, BrandingPlan plan) => new(
        branding.Id, branding.Name, branding.BrandingId, plan.Active == branding.Id, branding.Files, branding.Bytes, branding.Plugins,
        [.. PolicyFindings.Of(plan.Security, branding.Id), .. branding.Findings], branding.UploadedAt, branding.UploadedBy);

    internal static BrandingBody BuiltIn(BrandingPlan plan)
    {
        var files = BrandingFiles.BuiltIn;
        return new BrandingBody(
            BrandingPlan.Default, "Default", files.Judged.Manifest.BrandingId!, plan.Active == BrandingPlan.Default, files.Files.Count,
            files.Files.Values.Sum(file => (long)file.Length), [],
            [.. PolicyFindings.Of(plan.Security, BrandingPlan.Default), .. files.Judged.Findings], null, "");
    }
}

/// <summary>A branding that was deleted and can be brought back.</summary>
public sealed record RemovedBrandingBody(string Id, string Name, string BrandingId, DateTimeOffset RemovedAt);

/// <summary>Every branding, and which of them is for everybody.</summary>
internal sealed record BrandingList(IReadOnlyList<BrandingBody> Items, string Active);

/// <summary>What the checker says, and whether the package would be taken.</summary>
internal sealed record FindingsBody(bool Usable, IReadOnlyList<Finding> Problems)
{
    public static FindingsBody Of(IReadOnlyList<Finding> findings) => new(findings.All(finding => finding.Severity is not Severity.Error), findings);
}

/// <summary>A link to look at a branding, the query for any other address of the app, and until when they hold.</summary>
internal sealed record PreviewBody(string Url, string Query, DateTimeOffset Until);

/// <summary>Why a package was not taken: all of its problems at once, the errors first.</summary>
internal sealed record PackageProblem(int Status, string Title, string Detail, IReadOnlyList<Finding> Problems)
{
    public static JsonHttpResult<PackageProblem> Of(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Count(finding => finding.Severity is Severity.Error);
        var problem = new PackageProblem(
            StatusCodes.Status422UnprocessableEntity, "The package cannot be used",
            $"{errors} mistake{(errors == 1 ? "" : "s")} in the package must be put right before it is taken; problems lists them. Nothing was kept.",
            [.. findings.OrderByDescending(finding => finding.Severity)]);
        return TypedResults.Json(problem, AdminJson.Spelt, "application/problem+json", problem.Status);
    }
}
