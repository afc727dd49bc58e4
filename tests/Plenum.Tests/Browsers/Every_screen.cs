using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>Every screen and every error state of the one list: usable by everybody, nothing cut off, nothing wider than the page.</summary>
[Collection(nameof(ScreensCollection))]
public sealed class Every_screen(A_browser browser) : In_a_browser(browser)
{
    private static readonly Scene[] Scenes = [.. ScreensBeforeMeetings.All, .. ScreensOfRefusals.All, .. ScreensOfMeetings.All, .. ScreensOfRareMoments.All];

    private static readonly bool Keep = Environment.GetEnvironmentVariable("PLENUM_WRITE_DOCS") == "1";

    public static TheoryData<string> Names => [.. Scenes.Select(scene => scene.Name)];

    /// <summary>Where time is short, screens take turns between a desktop by day and a phone by night.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public Task Serves_everybody(string scene) => Play(scene, Keep ? _ => Look.All : screen => Look.InTurn(screen.Name));

    [Theory]
    [Trait("Form", "long")]
    [MemberData(nameof(Names))]
    public Task Serves_everybody_in_each_size_and_scheme(string scene) => Play(scene, _ => Look.All);

    [Fact]
    public void Has_a_name_of_its_own() =>
        Assert.Empty(Scenes.SelectMany(scene => scene.Screens).GroupBy(screen => screen.Name).Where(same => same.Count() > 1).Select(same => same.Key));

    private async Task Play(string name, Func<Screen, IReadOnlyList<Look>> looks)
    {
        var scene = Scenes.Single(one => one.Name == name);
        await using var cable = A_cable.To(House.Server.Address);
        var stage = new Stage(House, cable, await SomebodyAt(cable.Address, media: scene.Media), House.Take(scene.Where));
        var wrong = new List<string>();
        foreach (var screen in scene.Screens) wrong.AddRange(await Screens.Judge(stage, screen, looks(screen)));

        await stage.Me.Leave();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
