using System.Diagnostics;
using System.Runtime;
using System.Runtime.InteropServices;
using Plenum.Server.Hosting;

namespace Plenum.Server.Management.Support;

/// <summary>The machine and the process that this node runs as.</summary>
internal sealed record MachineFigures(
    string Version, string Framework, string System, string Architecture, int Cores, bool Container, string TimeZone, DateTimeOffset StartedAt, DateTimeOffset Now,
    long WorkingSetBytes, long ManagedBytes, long MemoryLimitBytes, bool ServerCollector, int Collections, int Threads, int PoolThreads, long PoolWaiting, int? OpenFiles,
    string DataFolder, long? DiskFreeBytes, long? DiskBytes)
{
    public static MachineFigures Of(PlenumFolder folder, TimeProvider time)
    {
        using var self = Process.GetCurrentProcess();
        var memory = GC.GetGCMemoryInfo();
        var disk = Disk(folder.Path);
        return new MachineFigures(
            ProductVersion.Text, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, $"{RuntimeInformation.ProcessArchitecture}", Environment.ProcessorCount,
            Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1", TimeZoneInfo.Local.Id, self.StartTime.ToUniversalTime(), time.GetUtcNow(),
            self.WorkingSet64, GC.GetTotalMemory(false), memory.TotalAvailableMemoryBytes, GCSettings.IsServerGC, GC.CollectionCount(2), self.Threads.Count,
            ThreadPool.ThreadCount, ThreadPool.PendingWorkItemCount, OpenFilesOf(),
            folder.Path, disk?.AvailableFreeSpace, disk?.TotalSize);
    }

    private static int? OpenFilesOf() => Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : null;

    /// <summary>Not every place that files can be in says how much room it has.</summary>
    private static DriveInfo? Disk(string path)
    {
        try
        {
            var drive = new DriveInfo(path);
            return drive.IsReady ? drive : null;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
