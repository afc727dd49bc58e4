using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class What_hosts_set_for_others
{
    public static readonly TheoryData<string, Command, Func<Participant, object?>, object?> Hosts = new()
    {
        { "hold", new Hold(true), p => p.OnHold, true },
        { "transmission", new MuteTransmission(true), p => p.TransmitMuted, true },
        { "policy", new AllowPresentation(false), p => p.ReceivesPresentation, false },
        { "group", new JoinLayoutGroup("left"), p => p.LayoutGroup, "left" },
        { "hears", new ChooseAudioMixes(null, "translation"), p => p.AudioMixes.Receives, "translation" },
        { "overlay", new SetOverlayText("Text"), p => p.OverlayText, "Text" },
        { "spotlight", new Spotlight(true), p => p.SpotlitAt is not null, true },
    };

    public static readonly TheoryData<string, Command, Func<Participant, object?>, object?> Owns = new()
    {
        { "captions", new ShowCaptions(true), p => p.ShowsCaptions, true },
        { "mix", new MixPresentation(true), p => p.PresentationInMix, true },
        { "shape", new PreferAspectRatio(1.5), p => p.AspectRatio, 1.5 },
        { "studio", new UseStudioSound(true), p => p.StudioSound, true },
        { "camera", new MuteVideo(true), p => p.VideoMuted, true },
        { "microphone", new ClientMute(true), p => p.ClientMuted, true },
    };

    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public What_hosts_set_for_others() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Owns), DisableDiscoveryEnumeration = true)]
    public void A_host_does(string what, Command command, Func<Participant, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        meeting.Does(host, command with { Subject = guest });
        Assert.Equal(then, of(meeting[guest]));
        if (command is not ChooseAudioMixes) Assert.Empty(meeting.Does(host, command with { Subject = guest }));
    }

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public void A_guest_does_not(string what, Command command, Func<Participant, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, command with { Subject = guest }));
        Assert.NotEqual(then, of(meeting[guest]));
    }

    [Theory]
    [MemberData(nameof(Owns), DisableDiscoveryEnumeration = true)]
    public void A_guest_does_for_itself(string what, Command command, Func<Participant, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        meeting.Does(guest, command with { Subject = guest });
        Assert.Equal(then, of(meeting[guest]));
    }

    [Theory]
    [MemberData(nameof(Owns), DisableDiscoveryEnumeration = true)]
    public void A_guest_does_not_do_for_others(string what, Command command, Func<Participant, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, command with { Subject = host }));
        Assert.NotEqual(then, of(meeting[host]));
    }

    [Fact]
    public void Choosing_what_to_hear_leaves_alone_what_one_is_heard_in()
    {
        meeting.Does(host, new ChooseAudioMixes([new AudioMixSend("floor", true)], null) { Subject = guest });
        meeting.Does(host, new ChooseAudioMixes(null, "translation") { Subject = guest });
        Assert.Equal([new AudioMixSend("floor", true)], meeting[guest].AudioMixes.Sends);
    }

    [Fact]
    public void Saying_that_one_is_still_here_changes_nothing() =>
        Assert.Empty(meeting.Does(guest, new StillHere { Subject = guest }));
}
