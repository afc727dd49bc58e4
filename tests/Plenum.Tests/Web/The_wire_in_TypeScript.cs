using Plenum.Tests.Running;

namespace Plenum.Tests.Web;

public sealed class The_wire_in_TypeScript
{
    private static readonly string File = Path.Combine(Repository.Root, "src", "web", "pexrtc", "src", "wire.ts");

    [Fact]
    public async Task Is_what_the_server_writes()
    {
        var written = WireTypes.Page();
        if (Environment.GetEnvironmentVariable("PLENUM_WRITE_DOCS") == "1")
            await System.IO.File.WriteAllTextAsync(File, written, TestContext.Current.CancellationToken);

        Assert.Equal(written, await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Marks_what_may_be_absent_and_what_may_be_null()
    {
        var page = WireTypes.Page();

        Assert.Contains("  breakout_name?: string;", page, StringComparison.Ordinal);
        Assert.Contains("  current: number | null;", page, StringComparison.Ordinal);
        Assert.Contains("  receive_from_video_mix: ReceivedVideoMix;", page, StringComparison.Ordinal);
    }
}
