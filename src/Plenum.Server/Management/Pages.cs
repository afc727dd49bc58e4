using Microsoft.AspNetCore.Mvc;

namespace Plenum.Server.Management;

/// <summary>Which page of a list is wanted.</summary>
internal sealed record PageWish
{
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    public const int Largest = 200;
    public const int Usual = 50;

    public Sheet<T> Of<T>(IReadOnlyList<T> all)
    {
        var (page, size) = (Page ?? 1, PageSize ?? Usual);
        if (page is < 1 or > 1_000_000) throw new Unacceptable("page", "page counts from 1.");
        if (size is < 1 or > Largest) throw new Unacceptable("pageSize", $"pageSize is between 1 and {Largest}.");
        return new Sheet<T>([.. all.Skip((page - 1) * size).Take(size)], all.Count, page, size);
    }
}

/// <summary>One page of a list, and how long the list is.</summary>
public sealed record Sheet<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize)
{
    public Sheet<TOther> As<TOther>(Func<T, TOther> told) => new([.. Items.Select(told)], Total, Page, PageSize);
}
