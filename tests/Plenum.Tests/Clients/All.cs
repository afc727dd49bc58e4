using System.Collections.Immutable;

namespace Plenum.Tests.Clients;

/// <summary>Says of a whole area that every check of it ran and passed, and counts them into the test's output.</summary>
internal static class All
{
    public static void Passed(ImmutableArray<ClientCheck> checks, string area)
    {
        var ours = checks.Where(check => check.Area == area).ToList();
        var others = ours.Where(check => !check.Passed).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{area}: {ours.Count - others.Count} of {ours.Count} passed");

        Assert.NotEmpty(ours);
        Assert.True(others.Count == 0, $"{others.Count} of {ours.Count}:\n{string.Join('\n', others)}");
    }
}
