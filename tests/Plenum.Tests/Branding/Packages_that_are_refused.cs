using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;

namespace Plenum.Tests.Branding;

public sealed class Packages_that_are_refused
{
    public static TheoryData<string> Names => [.. Hostile.All.Select(hostile => hostile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Say_why(string name)
    {
        var hostile = Hostile.All.First(one => one.Name == name);
        var package = IncomingPackage.Of(new MemoryStream(hostile.Bytes));
        Assert.False(package.Usable);
        Assert.Contains(package.Findings, finding => finding.Severity is Severity.Error && finding.Message.Contains(hostile.Reason, StringComparison.Ordinal));
        Assert.DoesNotContain(package.Findings, finding => finding.Message.Any(char.IsControl) || finding.Message.Length > 500 || finding.File.Any(char.IsControl));
    }

    [Fact]
    public void Are_more_than_sixty_and_all_different()
    {
        Assert.InRange(Hostile.All.Count, 100, 500);
        Assert.Distinct(Hostile.All.Select(hostile => hostile.Name));
    }

    [Fact]
    public void That_would_grow_without_end_are_refused_before_they_do()
    {
        foreach (var bomb in Hostile.All.Where(one => one.Reason is "times as large" or "same bytes" or "at most 100 MB" or "at most 2000"))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.False(IncomingPackage.Of(new MemoryStream(bomb.Bytes)).Usable);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024 * 1024);
        }
    }

    [Theory]
    [InlineData(300)]
    public void Never_break_the_reader_wherever_a_byte_is_wrong(int rounds)
    {
        var random = new Random(rounds);
        var sound = Zip.Package(Entry.Of("webapp2/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' id='a'><path d='M0 0'/></svg>")).Bytes();
        for (var round = 0; round < rounds; round++)
        {
            var broken = (byte[])sound.Clone();
            for (var bytes = random.Next(1, 4); bytes > 0; bytes--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var package = IncomingPackage.Of(new MemoryStream(broken[..random.Next(broken.Length / 2, broken.Length + 1)]));
            Assert.True(package.Usable || package.Findings.Count > 0);
        }
    }
}
