using System.Threading.Channels;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Hosting;

namespace Plenum.Server.Calls;

/// <summary>A registered device's event stream: what rings for it, and a heartbeat. Ends when the device goes or the server stops.</summary>
internal sealed class IncomingStream(RegistrationDoors doors, Switchboard switchboard, Drain drain, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public async Task Open(HttpContext context)
    {
        if (doors.Recognise(context) is not var (device, _))
        {
            await Answers.No(context, Refusal.InvalidToken);
            return;
        }

        StreamAnswer.Prepare(context);
        var told = device.Listen();
        switchboard.Remind(device);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        try
        {
            await Send(context, device, told, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader left or the server stops: both end a stream without a word.
        }
    }

    private async Task Send(HttpContext context, Device device, ChannelReader<byte[]> told, CancellationToken ending)
    {
        await context.Response.Body.WriteAsync(SseText.Heartbeat, ending);
        await context.Response.Body.FlushAsync(ending);
        var more = told.WaitToReadAsync(ending).AsTask();
        while (!device.Overdue)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(ending);
            var first = await Task.WhenAny(more, Task.Delay(Beat, time, beat.Token));
            await beat.CancelAsync();
            ending.ThrowIfCancellationRequested();
            if (first == more)
            {
                if (!await more) return;
                while (told.TryRead(out var text)) await context.Response.Body.WriteAsync(text, ending);
                more = told.WaitToReadAsync(ending).AsTask();
            }
            else
            {
                await context.Response.Body.WriteAsync(SseText.Heartbeat, ending);
            }

            await context.Response.Body.FlushAsync(ending);
        }
    }
}
