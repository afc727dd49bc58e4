using System.Collections.Concurrent;
using Plenum.Contracts.Scripts;

namespace Plenum.Scripting.Host;

/// <summary>
/// The two pipes to the server. Reading goes on beside the script, so that a server that is gone ends this process at once,
/// whatever the script is doing.
/// </summary>
internal sealed class Desk(Stream input, Stream output) : IDisposable
{
    private readonly BlockingCollection<ToHost> arrived = [];

    public void Listen() => new Thread(Read) { IsBackground = true, Name = "listening" }.Start();

    public ToHost Next() => arrived.Take();

    public void Say(FromHost message)
    {
        try
        {
            output.Write(Framing.Of(message, TalkJson.Default.FromHost));
            output.Flush();
        }
        catch (IOException)
        {
            Exit.Now(0);
        }
    }

    public void Dispose() => arrived.Dispose();

    private void Read()
    {
        try
        {
            while (Framing.Next(input, TalkJson.Default.ToHost, CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } message) arrived.Add(message);
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException)
        {
            Exit.Now(0);
        }

        Exit.Now(0);
    }
}
