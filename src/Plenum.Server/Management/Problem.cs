using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Plenum.Server.Management;

/// <summary>Every refusal of the admin API: RFC 9457, with a plain sentence that says what to do.</summary>
internal static class Problem
{
    public static ProblemHttpResult Of(int status, string title, string detail, string? member = null) => TypedResults.Problem(new ProblemDetails
    {
        Status = status,
        Title = title,
        Detail = detail,
        Extensions = member is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["member"] = member },
    });

    /// <summary>Says in the API's description how else an operation may refuse.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder operation, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) operation.ProducesProblem(status);
        return operation;
    }

    public static ProblemHttpResult NotFound(string what) => Of(
        StatusCodes.Status404NotFound, "Not found", $"There is no {what} with this id; list them to see which there are.");

    public static ProblemHttpResult Of(Unacceptable e) => Of(
        e.Status, e.Status == StatusCodes.Status409Conflict ? "Conflict" : "The request cannot be accepted", e.Message, e.Member);
}
