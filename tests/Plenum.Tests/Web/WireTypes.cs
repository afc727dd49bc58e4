using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Plenum.Server.Conferences.Wire;

namespace Plenum.Tests.Web;

/// <summary>The wire's records as TypeScript: names as the serialiser writes them, types as C# declares them.</summary>
internal static class WireTypes
{
    private const string Preface = """
        // Generated from the server's wire records; PLENUM_WRITE_DOCS=1 ./test writes it and a test fails when it differs.


        """;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Page()
    {
        var shapes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var context in new JsonSerializerContext[] { WireJson.Default, AnswerJson.Default })
        {
            foreach (var root in Roots(context.GetType())) Visit(root, context, shapes);
        }

        return Preface + string.Join('\n', shapes.Values);
    }

    /// <summary>The attribute keeps its type to itself, so it is read as it was written.</summary>
    private static IEnumerable<Type> Roots(Type context) => context.CustomAttributes
        .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
        .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!);

    private static void Visit(Type type, JsonSerializerContext context, SortedDictionary<string, string> shapes)
    {
        if (context.GetTypeInfo(type) is not { } shape) return;
        if (shape.Kind is not JsonTypeInfoKind.Object)
        {
            foreach (var part in type.GenericTypeArguments) Visit(part, context, shapes);
            return;
        }

        if (!shapes.TryAdd(type.Name, "")) return;
        var text = new StringBuilder($"export interface {type.Name} {{\n");
        foreach (var property in shape.Properties)
        {
            text.Append($"  {property.Name}{(MayBeAbsent(property) ? "?" : "")}: {TypeOf(property, context)};\n");
            Visit(property.PropertyType, context, shapes);
        }

        shapes[type.Name] = text.Append("}\n").ToString();
    }

    private static string TypeOf(JsonPropertyInfo property, JsonSerializerContext context)
    {
        var nullable = Nullability.Create((PropertyInfo)property.AttributeProvider!).ReadState is NullabilityState.Nullable;
        return Name(property.PropertyType, context) + (nullable && !MayBeAbsent(property) ? " | null" : "");
    }

    private static string Name(Type type, JsonSerializerContext context)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner, context);
        if (type == typeof(string)) return "string";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(int) || type == typeof(long) || type == typeof(double)) return "number";
        return context.GetTypeInfo(type)?.Kind switch
        {
            JsonTypeInfoKind.Object => type.Name,
            JsonTypeInfoKind.Enumerable => $"{Name(type.GenericTypeArguments[0], context)}[]",
            JsonTypeInfoKind.Dictionary => $"Record<string, {Name(type.GenericTypeArguments[1], context)}>",
            _ => throw new NotSupportedException($"{type} has no counterpart in TypeScript."),
        };
    }

    private static bool MayBeAbsent(JsonPropertyInfo property) => property.AttributeProvider!
        .GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false).Length > 0;
}
