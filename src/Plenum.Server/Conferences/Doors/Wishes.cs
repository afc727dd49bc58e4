using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Understands what is said about pictures, clocks and mixes.</summary>
internal static class Wishes
{
    public const int LongestTransforms = 8 * 1024;

    public static LayoutWish Transforms(Body body)
    {
        if (body.Element("transforms") is not { ValueKind: JsonValueKind.Object } transforms) throw new Unreadable("transforms must be an object");
        foreach (var name in new[] { "layout", "host_layout", "guest_layout" })
        {
            if (transforms.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.String) throw new Unreadable($"{name} must be a string");
        }

        return new LayoutWish(Canonical(transforms))
        {
            Layout = Text(transforms, "layout"),
            Host = Text(transforms, "host_layout"),
            Guest = Text(transforms, "guest_layout"),
            OverlayText = Flag(transforms, "enable_overlay_text"),
            ActiveSpeakerIndication = Flag(transforms, "enable_active_speaker_indication"),
        };
    }

    /// <summary>A list of layouts, in the key that PexRTC uses or as the only list in the body.</summary>
    public static string Override(Body body)
    {
        var list = body.Element("layouts") ?? body.Element("override") ?? body.Whole;
        if (list.ValueKind is JsonValueKind.Object && !list.EnumerateObject().Any()) return "[]";
        return list.ValueKind is JsonValueKind.Array ? Canonical(list) : throw new Unreadable("layouts must be a list");
    }

    public static Clock Clock(Body body) => new(
        body.Text("type") is { } type && type is "" or "remaining" or "elapsed" or "time" ? body.Text("type")! : throw new Unreadable("type must be remaining, elapsed or time"),
        body.Number("starting_value") ?? 0,
        RoomVerbs.Cut(body.Text("prefix") ?? "", 50),
        RoomVerbs.Cut(body.Text("suffix") ?? "", 50),
        RoomVerbs.Cut(body.Text("date") ?? "", 50));

    public static string MixLayout(Body body) => body.Element("transform_layout") switch
    {
        null => "",
        { ValueKind: JsonValueKind.Object } transform => Text(transform, "layout") ?? "",
        _ => throw new Unreadable("transform_layout must be an object"),
    };

    public static string SilentVideo(Body body) =>
        body.Element("config") is { ValueKind: JsonValueKind.Object } config ? Canonical(config) : throw new Unreadable("config must be an object");

    /// <summary>What a camera is asked to do, written anew so that nothing unknown passes through.</summary>
    public static string Movement(Body body)
    {
        var action = body.Text("action");
        if (action is not ("start" or "stop" or "continue")) throw new Unreadable("action must be start, stop or continue");
        var movement = new JsonArray();
        foreach (var item in body.Element("movement") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
        {
            if (item.ValueKind is not JsonValueKind.Object) throw new Unreadable("movement must be a list of axes and directions");
            movement.Add(new JsonObject { ["axis"] = Text(item, "axis"), ["direction"] = Text(item, "direction") });
        }

        return new JsonObject { ["action"] = action, ["movement"] = movement, ["timeout"] = body.Number("timeout") ?? 1000 }.ToJsonString();
    }

    public static IReadOnlyList<AudioMixSend> AudioMixes(Body body)
    {
        var list = body.Element("mixes") ?? body.Element("audio_mixes") ?? body.Element("send_to_audio_mixes");
        if (list is not { ValueKind: JsonValueKind.Array } mixes) throw new Unreadable("mixes must be a list");
        return [.. mixes.EnumerateArray().Take(16).Select(mix => mix.ValueKind is JsonValueKind.Object
            ? new AudioMixSend(RoomVerbs.Cut(Text(mix, "mix_name") ?? "main", 100), Flag(mix, "prominent") ?? false)
            : throw new Unreadable("mixes must be a list of objects"))];
    }

    private static string Canonical(JsonElement element)
    {
        var text = element.GetRawText();
        if (text.Length > LongestTransforms) throw new Unreadable("That is too much for a layout");
        return JsonNode.Parse(text)!.ToJsonString();
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static bool? Flag(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
