using Plenum.Server.Conferences;

namespace Plenum.Server.Layouts;

/// <summary>Hosts change the picture; empty transforms put it back as it was.</summary>
/// <param name="Wish">What the transforms say, already understood.</param>
public sealed record TransformLayout(LayoutWish Wish) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (Wish.Names.FirstOrDefault(name => !LayoutNames.Exists(name)) is { } unknown)
        {
            return Decision.Refused(Refusal.BadRequest($"There is no layout {unknown}"));
        }

        var room = At(conference, by);
        var layout = Wish.Over(room.Layout);
        return Decision.If(layout != room.Layout, new LayoutChanged(room.Id, layout));
    }
}

/// <summary>What a host asks of the picture. Null means: leave that as it is.</summary>
public sealed record LayoutWish(string Transforms)
{
    public string? Layout { get; init; }

    public string? Host { get; init; }

    public string? Guest { get; init; }

    public bool? OverlayText { get; init; }

    public bool? ActiveSpeakerIndication { get; init; }

    public bool Reset => Transforms is "{}";

    internal IEnumerable<string> Names => new[] { Layout, Host, Guest }.OfType<string>();

    internal Layout Over(Layout now) => Reset
        ? Layouts.Layout.Default with { Override = now.Override }
        : now with
        {
            Host = Host ?? Layout ?? now.Host,
            Guest = Guest ?? Layout ?? now.Guest,
            OverlayText = OverlayText ?? now.OverlayText,
            ActiveSpeakerIndication = ActiveSpeakerIndication ?? now.ActiveSpeakerIndication,
            Transforms = Merged.Over(now.Transforms, Transforms),
        };
}

/// <summary>A list of layouts that wins over the transforms until it is empty again.</summary>
/// <param name="Layouts">The list in canonical JSON.</param>
public sealed record OverrideLayout(string Layouts) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        var layout = room.Layout with { Override = Layouts };
        return Decision.If(layout != room.Layout, new LayoutChanged(room.Id, layout));
    }
}

public sealed record LayoutChanged(RoomId Room, Layout Layout) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { Layout = Layout });
}
