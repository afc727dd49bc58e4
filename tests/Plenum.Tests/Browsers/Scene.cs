using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>
/// One screen of the list: its name, and what is done on the screen before to come to it. Where <c>Everywhere</c>, pictures of
/// it are kept for every look, and not for the desktop alone. <c>Fleeting</c> is what goes when the window changes its size.
/// </summary>
internal sealed record Screen(string Name, Func<Stage, Task> Reach, bool Everywhere = false, bool Fleeting = false);

/// <summary>Screens that lie on one way.</summary>
internal sealed record Scene(string Name, Furniture Where, bool Media, params Screen[] Screens);

/// <summary>What a scene is played on: somebody at a browser, the meeting it is about, and others who are told what to do by requests.</summary>
internal sealed class Stage(A_running_server house, A_cable cable, Person me, string alias)
{
    private static readonly string[] Names =
        ["Ben", "Dr. Maximiliane Freifrau von Hohenstein-Rothenburg", "عائشة بنت محمد", "Cleo", "Émile Ångström", "Þórdís Łukaszewska"];

    /// <summary>Between my browser and the server.</summary>
    public A_cable Cable => cable;

    public Person Me => me;

    public string Alias => alias;

    public List<Visitor> Others { get; } = [];

    public Task Opens(string path) => me.Open(path);

    /// <summary>Others come in; whose name is long or written from right to left is among them.</summary>
    public async Task OthersCome(int number, string? pin = null)
    {
        for (var i = 0; i < number; i++)
            Others.Add(await house.Join(alias, Others.Count < Names.Length ? Names[Others.Count] : $"Person {Others.Count + 1}", pin));
    }

    public Visitor Other(int index) => Others[index];
}
