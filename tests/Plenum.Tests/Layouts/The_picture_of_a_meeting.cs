using Microsoft.AspNetCore.Http;
using Plenum.Server.Conferences;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Layouts;

public sealed class The_picture_of_a_meeting
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public The_picture_of_a_meeting() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    private Layout Layout => meeting.Main.Layout;

    [Fact]
    public void One_layout_is_for_hosts_and_guests()
    {
        meeting.Does(host, new TransformLayout(new LayoutWish("{\"layout\":\"4:0\"}") { Layout = "4:0" }));
        Assert.Equal(("4:0", "4:0"), (Layout.Host, Layout.Guest));
    }

    [Fact]
    public void Guests_may_see_another_than_hosts()
    {
        meeting.Does(host, new TransformLayout(new LayoutWish("{\"guest_layout\":\"1:0\"}") { Guest = "1:0" }));
        Assert.Equal((LayoutNames.Default, "1:0"), (Layout.Host, Layout.Guest));
    }

    [Fact]
    public void What_a_later_wish_does_not_speak_of_stays()
    {
        meeting.Does(host, new TransformLayout(new LayoutWish("{\"b\":1,\"layout\":\"4:0\"}") { Layout = "4:0" }));
        meeting.Does(host, new TransformLayout(new LayoutWish("{\"a\":2}") { OverlayText = true }));
        Assert.Equal(("4:0", true, """{"a":2,"b":1,"layout":"4:0"}"""), (Layout.Host, Layout.OverlayText, Layout.Transforms));
    }

    [Fact]
    public void Empty_transforms_put_it_back_as_it_was()
    {
        meeting.Does(host, new TransformLayout(new LayoutWish("{\"layout\":\"4:0\"}") { Layout = "4:0" }));
        meeting.Does(host, new TransformLayout(new LayoutWish("{}")));
        Assert.Equal(Layout.Default, Layout);
    }

    [Fact]
    public void A_layout_that_nobody_knows_is_refused()
    {
        var refusal = meeting.IsRefused(host, new TransformLayout(new LayoutWish("{\"layout\":\"7:7\"}") { Layout = "7:7" }));
        Assert.Equal(StatusCodes.Status400BadRequest, refusal.Status);
    }

    [Fact]
    public void A_guest_changes_nothing_about_it() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new TransformLayout(new LayoutWish("{}"))));

    [Fact]
    public void The_same_wish_twice_changes_nothing()
    {
        var wish = new TransformLayout(new LayoutWish("{\"layout\":\"4:0\"}") { Layout = "4:0" });
        meeting.Does(host, wish);
        Assert.Empty(meeting.Does(host, wish));
    }

    [Fact]
    public void An_override_lies_over_it_until_it_is_empty_again()
    {
        meeting.Does(host, new OverrideLayout("[{\"layout\":\"1:0\"}]"));
        Assert.NotEqual("[]", Layout.Override);
        meeting.Does(host, new OverrideLayout("[]"));
        Assert.Equal(Layout.Default, Layout);
    }

    [Fact]
    public void A_reset_leaves_an_override_where_it_is()
    {
        meeting.Does(host, new OverrideLayout("[{}]"));
        meeting.Does(host, new TransformLayout(new LayoutWish("{}")));
        Assert.Equal("[{}]", Layout.Override);
    }

    [Fact]
    public void Silent_video_is_looked_for_as_hosts_wish()
    {
        meeting.Does(host, new DetectSilentVideo("{\"enable\":true}"));
        Assert.Equal("{\"enable\":true}", Layout.SilentVideo);
    }

    [Fact]
    public void Anybody_has_a_picture_of_its_own()
    {
        meeting.Does(guest, new CreateMix("main.!personal"));
        Assert.Equal($"main.!personal.{guest}", meeting[guest].VideoMix);
        Assert.Equal("main", meeting[host].VideoMix);
    }

    [Fact]
    public void Each_own_picture_looks_as_its_owner_likes()
    {
        meeting.Does(guest, new ConfigureMix("main.!personal", "1:0"));
        meeting.Does(host, new ConfigureMix("main.!personal", "4:0"));
        Assert.Equal("1:0", meeting.Main.Mixes[$"main.!personal.{guest}"]);
    }

    [Fact]
    public void Without_a_picture_of_its_own_one_sees_the_common_one()
    {
        meeting.Does(guest, new CreateMix("main.!personal"));
        meeting.Does(guest, new DeleteMix("main.!personal"));
        Assert.Equal("main", meeting[guest].VideoMix);
    }

    [Fact]
    public void A_host_makes_other_mixes()
    {
        meeting.Does(host, new CreateMix("stage"));
        meeting.Does(host, new ConfigureMix("stage", "1:0"));
        Assert.Equal("1:0", meeting.Main.Mixes["stage"]);
    }

    [Theory]
    [InlineData("stage")]
    [InlineData("main")]
    [InlineData("main.!personal.somebody")]
    public void A_guest_makes_none(string name) => Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new CreateMix(name)));

    [Fact]
    public void A_guest_deletes_none_of_the_others()
    {
        meeting.Does(host, new CreateMix("stage"));
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new DeleteMix("stage")));
    }

    [Fact]
    public void A_mix_of_a_layout_that_nobody_knows_is_refused() => meeting.IsRefused(host, new ConfigureMix("stage", "7:7"));

    [Fact]
    public void A_mix_has_a_name() => meeting.IsRefused(host, new CreateMix(""));

    [Fact]
    public void A_mix_has_no_endless_name() => meeting.IsRefused(host, new CreateMix(new string('x', 101)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_layout_on_offer_can_be_drawn(string name)
    {
        Assert.True(LayoutNames.Exists(name));
        Assert.Contains("<rect", LayoutPictures.Draw(name), StringComparison.Ordinal);
        Assert.NotEmpty(LayoutPictures.Tags(name));
    }

    public static TheoryData<string> Names() => [.. LayoutNames.All];
}
