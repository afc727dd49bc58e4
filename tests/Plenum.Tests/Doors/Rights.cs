namespace Plenum.Tests.Doors;

/// <summary>Who may ask for something, as the client API's own pages say it.</summary>
public enum Who
{
    /// <summary>Hosts in the meeting.</summary>
    Hosts,

    /// <summary>Hosts, and whoever it is about.</summary>
    HostsAndSelf,

    /// <summary>Everybody in the meeting.</summary>
    Inside,

    /// <summary>Everybody with a token, even outside the door.</summary>
    Anyone,
}

/// <summary>
/// The table of rights, written from the description of the API and not from the code. What it does not name is for hosts,
/// as the description says: "HOST only: everything else".
/// </summary>
public static class Rights
{
    private static readonly Dictionary<string, Who> OfRoom = new()
    {
        ["message"] = Who.Inside,
        ["breakoutbuzz"] = Who.Inside,
        ["clearbreakoutbuzz"] = Who.Inside,
        ["leavebreakout"] = Who.Inside,
        // Everybody has a picture of their own; the bodies below speak of that one.
        ["video_mixes/create"] = Who.Inside,
        ["video_mixes/{mix}/configure"] = Who.Inside,
        ["video_mixes/{mix}/delete"] = Who.Inside,
    };

    private static readonly Dictionary<string, Who> OfParticipant = new()
    {
        ["message"] = Who.Inside,
        ["disconnect"] = Who.HostsAndSelf,
        ["mute"] = Who.HostsAndSelf,
        ["unmute"] = Who.HostsAndSelf,
        ["client_mute"] = Who.HostsAndSelf,
        ["client_unmute"] = Who.HostsAndSelf,
        ["video_muted"] = Who.HostsAndSelf,
        ["video_unmuted"] = Who.HostsAndSelf,
        ["buzz"] = Who.HostsAndSelf,
        ["clearbuzz"] = Who.HostsAndSelf,
        ["take_floor"] = Who.HostsAndSelf,
        ["release_floor"] = Who.HostsAndSelf,
        ["show_live_captions"] = Who.HostsAndSelf,
        ["hide_live_captions"] = Who.HostsAndSelf,
        // What a client says of its own device.
        ["pres_in_mix"] = Who.HostsAndSelf,
        ["preferred_aspect_ratio"] = Who.HostsAndSelf,
        ["notify_not_afk"] = Who.HostsAndSelf,
        ["studiosound"] = Who.HostsAndSelf,
        ["dtmf"] = Who.Hosts,
        ["fecc"] = Who.Hosts,
    };

    public static Who Room(string verb) => OfRoom.GetValueOrDefault(verb, Who.Hosts);

    public static Who Participant(string verb) => OfParticipant.GetValueOrDefault(verb, Who.Hosts);

    /// <summary>Every verb that the table names; all of them must exist.</summary>
    public static IEnumerable<string> Named => OfRoom.Keys.Concat(OfParticipant.Keys);

    /// <summary>A body that would be understood, so that only the right decides.</summary>
    public static object? Body(string verb, Meeting meeting) => verb switch
    {
        "set_guests_can_unmute" or "set_guests_can_present" or "set_chat_enabled" or "pres_in_mix" or "studiosound" => new { setting = true },
        "set_guests_can_see_guests" => new { setting = "never" },
        "message" or "breakouts/message" => new { type = "text/plain", payload = "hello" },
        "transform_layout" => new { transforms = new { layout = "4:0" } },
        "override_layout" => new { layouts = Array.Empty<object>() },
        "set_message_text" or "overlaytext" => new { text = "hello" },
        "set_classification_level" => new { classification_level = 1 },
        "set_pinning_config" => new { pinning_config = "" },
        "set_clock" => new { type = "elapsed" },
        "silent_video_detection" => new { config = new { enable = true } },
        "participants/breakout" => new { breakout_uuid = "", participants = new[] { meeting.Other.Id } },
        "video_mixes/create" => new { mix_name = "main.!personal" },
        "video_mixes/{mix}/configure" => new { transform_layout = new { layout = "4:0" } },
        "role" => new { role = "guest" },
        "dtmf" => new { digits = "123" },
        "fecc" => new { action = "start", movement = new[] { new { axis = "pan", direction = "left" } } },
        "preferred_aspect_ratio" => new { aspect_ratio = 1.5 },
        "layout_group" => new { layout_group = "a" },
        "send_to_audio_mixes" => new { mixes = new[] { new { mix_name = "main", prominent = false } } },
        "receive_from_audio_mix" => new { mix_name = "main" },
        "transfer" => new { conference_alias = "meet.open", role = "guest" },
        "dial" => new { destination = "nowhere@example.org", role = "GUEST", protocol = "sip" },
        "breakouts" => new { name = "Side" },
        "calls" => new { call_type = "WEBRTC", sdp = "v=0" },
        _ => null,
    };
}
