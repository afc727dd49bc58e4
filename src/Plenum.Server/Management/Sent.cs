using System.Text.Json;
using System.Text.Json.Serialization;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Signing;
using Plenum.Server.Conferences;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Management;

/// <summary>A request's body, read strictly: unknown or repeated members and wrong types are refused by name.</summary>
internal sealed record Sent<T>(T Wish, IReadOnlySet<string> Members)
    where T : class
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        Converters = { AdminJson.Kinds, AdminJson.Ranks, AdminJson.Modes },
    };

    /// <summary>Absent and null differ: one leaves a thing as it is, the other takes it away.</summary>
    public bool Mentions(string member) => Members.Contains(member);

    public static async ValueTask<Sent<T>?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            throw new Unacceptable(null, "Send the body as JSON, with the header Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType);
        var options = new JsonDocumentOptions
        {
            MaxDepth = context.RequestServices.GetRequiredService<Limits>().JsonDepth,
            AllowDuplicateProperties = false,
        };
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, options, context.RequestAborted);
            if (document.RootElement.ValueKind is not JsonValueKind.Object) throw new Unacceptable(null, "The body must be a JSON object.");
            return new Sent<T>(
                document.RootElement.Deserialize<T>(Strict)!, document.RootElement.EnumerateObject().Select(member => member.Name).ToHashSet());
        }
        catch (JsonException e)
        {
            throw Explained(e);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate is found only when its string is taken out.
            throw new Unacceptable(null, "The body has text that is not valid Unicode.", StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The reader names the member in its text only.</summary>
    private static Unacceptable Doubled(JsonException e)
    {
        var member = e.Message.Split('\'') is [_, var name, ..] ? name : null;
        return new Unacceptable(member, $"The body names {member ?? "a member"} twice; send each member once.", StatusCodes.Status400BadRequest);
    }

    private static Unacceptable Explained(JsonException e)
    {
        var member = e.Path?.TrimStart('$', '.');
        if (e.Message.Contains("could not be mapped", StringComparison.Ordinal)) return new Unacceptable(member, $"{member} is not a member that can be set here; look it up in the API's description.");
        if (e.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase)) return Doubled(e);
        return string.IsNullOrEmpty(member)
            ? new Unacceptable(null, "The body is not JSON that can be read; check its syntax and depth.", StatusCodes.Status400BadRequest)
            : new Unacceptable(member, $"{member} has a value of the wrong type; look it up in the API's description.");
    }
}

/// <summary>How the admin API spells things: camelCase throughout.</summary>
internal static class AdminJson
{
    public static readonly JsonConverter Kinds = new JsonStringEnumConverter<ConferenceKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    public static readonly JsonConverter Ranks = new JsonStringEnumConverter<Accounts.Rank>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    public static readonly JsonConverter Modes = new JsonStringEnumConverter<PolicyMode>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    private static readonly JsonConverter Roles = new JsonStringEnumConverter<Participants.Role>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    private static readonly JsonConverter Severities = new JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    private static readonly JsonConverter Signatures = new JsonStringEnumConverter<SignatureState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    /// <summary>The same for answers beside the API.</summary>
    public static JsonSerializerOptions Spelt { get; } = Spelling();

    private static JsonSerializerOptions Spelling()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Spell(options);
        return options;
    }

    public static void Spell(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(Kinds);
        options.Converters.Add(Ranks);
        options.Converters.Add(Modes);
        options.Converters.Add(Signatures);
        options.Converters.Add(Roles);
        options.Converters.Add(Severities);
    }
}
