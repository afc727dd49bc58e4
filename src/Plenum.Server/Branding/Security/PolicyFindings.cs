using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Security;

/// <summary>What is to be said about how a branding's pages are guarded, beside what the checker says of its files.</summary>
internal static class PolicyFindings
{
    public static IReadOnlyList<Finding> Of(ContentRules rules, string branding) => rules.Of(branding).Mode switch
    {
        PolicyMode.Off => [Warning("Content security is off for this branding: scripts of any site may run in its pages, and nothing that is blocked elsewhere is told. Set it to enforced, or to report-only to see what that would block.")],
        PolicyMode.ReportOnly => [Warning("Content security only reports for this branding: what is against its policy is told and happens all the same. Set it to enforced when nothing more is told.")],
        _ => [],
    };

    private static Finding Warning(string message) => new("", null, Severity.Warning, message);
}
