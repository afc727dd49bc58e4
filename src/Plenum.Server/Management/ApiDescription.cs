using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Plenum.Server.Management;

/// <summary>The admin API described for machines (OpenAPI). Made when first asked for, so that it costs a start nothing.</summary>
internal static class ApiDescription
{
    public static IServiceCollection Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = described => $"/{described.RelativePath}".StartsWith(AdminApi.Root, StringComparison.Ordinal);
        options.AddDocumentTransformer(Introduce);
    });

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Plenum admin API",
            Version = "v1",
            Description = "Conferences, what runs in them, and who changed what. Every refusal is a problem (RFC 9457) whose detail says what to do.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["basic"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic", Description = "The user admin and its password." },
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key." },
            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-API-Key", Description = "An API key." },
        };
        document.Security = [.. document.Components.SecuritySchemes.Keys.Select(name =>
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, document)] = [] })];
        return Task.CompletedTask;
    }
}
