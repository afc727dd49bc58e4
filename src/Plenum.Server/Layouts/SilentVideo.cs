using Plenum.Server.Conferences;

namespace Plenum.Server.Layouts;

/// <summary>When a picture counts as empty, for the media that draws it; in canonical JSON.</summary>
public sealed record DetectSilentVideo(string Config) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        var layout = room.Layout with { SilentVideo = Config };
        return Decision.If(layout != room.Layout, new LayoutChanged(room.Id, layout));
    }
}
