namespace Plenum.Tests.Faults;

/// <summary>
/// Something that somebody turns on and off: what it may be now. What was acknowledged is; what was never answered may have
/// happened, but not after what came later.
/// </summary>
internal sealed class Switch
{
    private readonly HashSet<bool> possible = [false];

    public async Task Turn(bool on, Func<Task<bool>> ask)
    {
        possible.Add(on);
        if (!await ask()) return;
        possible.Clear();
        possible.Add(on);
    }

    public bool MayBe(bool on) => possible.Contains(on);
}
