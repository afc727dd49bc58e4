using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences;

/// <summary>Writes an id as the text it is everywhere else, and reads it back the strict way.</summary>
public sealed class TextJson<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException($"Not a {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
