using System.Threading.Channels;

namespace Plenum.Bench.Bare;

/// <summary>A file that is on the disk before an append returns; everything waiting shares one fsync.</summary>
internal sealed class Journal : IDisposable
{
    private readonly Channel<(byte[] Entry, TaskCompletionSource Durable)> _waiting =
        Channel.CreateUnbounded<(byte[], TaskCompletionSource)>(new() { SingleReader = true });

    private readonly FileStream _file;
    private readonly Thread _writer;

    public Journal(string folder)
    {
        _file = new FileStream(Path.Combine(folder, "journal"), FileMode.Create, FileAccess.Write, FileShare.Read, 64 * 1024);
        _writer = new Thread(Write) { IsBackground = true, Name = "journal" };
        _writer.Start();
    }

    public Task AppendAsync(byte[] entry)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((entry, durable));
        return durable.Task;
    }

    public void Dispose()
    {
        _waiting.Writer.Complete();
        _writer.Join();
        _file.Dispose();
    }

    private void Write()
    {
        var batch = new List<TaskCompletionSource>();
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (_waiting.Reader.TryRead(out var next))
            {
                _file.Write(next.Entry);
                batch.Add(next.Durable);
            }

            _file.Flush(flushToDisk: true);
            foreach (var durable in batch)
                durable.SetResult();
        }
    }
}
