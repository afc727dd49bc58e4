namespace Plenum.Tests.Running;

/// <summary>Which form of the tests runs: the short one, or with <c>./test --long</c> the one of soaks and thousands of rounds.</summary>
internal static class Form
{
    private const int TimesLonger = 50;

    public static bool Long { get; } = Environment.GetEnvironmentVariable("PLENUM_TEST_LONG") == "1";

    /// <summary>How often something is tried that the short form tries a few times.</summary>
    public static int Rounds(int few) => Long ? few * TimesLonger : few;
}
