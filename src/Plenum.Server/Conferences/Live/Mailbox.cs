namespace Plenum.Server.Conferences.Live;

/// <summary>
/// Letters to one conference, handled one batch at a time on whichever thread is free: nobody else ever touches the
/// conference, and a conference without letters costs no thread.
/// </summary>
internal sealed class Mailbox(Func<IReadOnlyList<Letter>, Task> handle, int capacity)
{
    private readonly Lock gate = new();
    private List<Letter> waiting = [];
    private bool running;

    /// <summary>False when the box is full: the conference cannot keep up and says so.</summary>
    public bool Post(Letter letter)
    {
        lock (gate)
        {
            if (waiting.Count >= capacity) return false;
            waiting.Add(letter);
            if (running) return true;
            running = true;
        }

        _ = Task.Run(Work);
        return true;
    }

    private async Task Work()
    {
        while (true)
        {
            List<Letter> batch;
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    running = false;
                    return;
                }

                (batch, waiting) = (waiting, []);
            }

            await handle(batch);
        }
    }
}
