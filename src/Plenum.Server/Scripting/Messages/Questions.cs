using System.Text.Json.Nodes;
using Plenum.Contracts.Scripts;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Runs;
using Plenum.Server.Scripting.Sys;

namespace Plenum.Server.Scripting.Messages;

/// <summary>What scripts asked people and await: looks for answers in what pages said, until there are enough or the time is over.</summary>
internal sealed class Questions
{
    private const int MostCharacters = 4 * 1024 * 1024;
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(500), Gathers = TimeSpan.FromMilliseconds(5);
    private readonly Sayings sayings;
    private readonly Outbox outbox;
    private readonly TimeProvider time;
    private TaskCompletionSource said = New();

    public Questions(Sayings sayings, Outbox outbox, TimeProvider time)
    {
        (this.sayings, this.outbox, this.time) = (sayings, outbox, time);
        sayings.Said += _ => Interlocked.Exchange(ref said, New()).TrySetResult();
    }

    public AskedOfPeople Asked(Guid message, TimeSpan patience, bool everybody) => new(message, time.GetUtcNow() + patience, everybody);

    /// <summary>The next of the script's questions that is answered, or given up; null when it has none.</summary>
    public async Task<SysReply> Next(RunningScript script, CancellationToken cancellation)
    {
        while (script.Asked.Count > 0)
        {
            var heard = Volatile.Read(ref said).Task;
            foreach (var asked in script.Asked.Values.OrderBy(asked => asked.Until).ToList())
            {
                if (await Settled(asked, cancellation) is not { } told) continue;
                script.Asked.Remove(asked.Message);
                return Given.Of(told);
            }

            var pause = script.Asked.Values.Min(asked => asked.Until) - time.GetUtcNow();
            await Task.WhenAny(heard, Task.Delay(pause < TimeSpan.Zero ? TimeSpan.Zero : pause < LooksEvery ? pause : LooksEvery, time, cancellation));
            // Many answer at once; they are looked at together.
            if (heard.IsCompleted) await Task.Delay(Gathers, time, cancellation);
            cancellation.ThrowIfCancellationRequested();
        }

        return Given.Nothing;
    }

    private async Task<JsonObject?> Settled(AskedOfPeople asked, CancellationToken cancellation)
    {
        var late = time.GetUtcNow() >= asked.Until;
        var (answered, expected) = await sayings.Answered(asked.Message, cancellation);
        if (expected == 0) return asked.Everybody ? Whole(asked, [], [], true) : Failed(asked, "notFound", "Nobody is here to answer");
        if (asked.Everybody ? answered < expected && !late : answered == 0 && !late) return null;
        await outbox.Close(asked.Message, late ? Closing.Timeout : Closing.Answered, unlessAnswered: false, cancellation);
        var answers = await sayings.To(asked.Message, cancellation);
        if (answers.Sum(answer => answer.Body.GetRawText().Length) > MostCharacters) return Failed(asked, "badRequest", $"The answers have more than {MostCharacters} characters");
        if (asked.Everybody) return Whole(asked, answers, await outbox.Life(asked.Message, cancellation) is { Fates: var fates } ? fates : [], answered >= expected);
        return answers.Count > 0 ? new JsonObject { ["id"] = $"{asked.Message}", ["answer"] = Told(answers[0]) } : Failed(asked, "timeout", "Nobody answered in time");
    }

    /// <summary>The first answer of each, and who gave none.</summary>
    private static JsonObject Whole(AskedOfPeople asked, IReadOnlyList<Saying> answers, IReadOnlyList<Fate> fates, bool complete) => new()
    {
        ["id"] = $"{asked.Message}",
        ["answer"] = new JsonObject
        {
            ["message"] = $"{asked.Message}",
            ["complete"] = complete,
            ["answers"] = new JsonArray([.. answers.DistinctBy(answer => answer.User).Select(Told)]),
            ["missing"] = new JsonArray([.. fates.Select(fate => fate.User).Distinct().Except(answers.Select(answer => answer.User)).Select(id => (JsonNode)id)]),
        },
    };

    private static JsonObject Failed(AskedOfPeople asked, string code, string why) => new() { ["id"] = $"{asked.Message}", ["code"] = code, ["message"] = why };

    private static JsonObject Told(Saying answer) => new()
    {
        ["callback"] = answer.Callback,
        ["data"] = JsonNode.Parse(answer.Body.GetRawText()),
        ["user"] = new JsonObject { ["id"] = answer.User, ["name"] = answer.Person, ["email"] = answer.Account.Length > 0 ? answer.Account : null },
        ["message"] = $"{answer.Message}",
        ["connection"] = answer.Tab,
    };

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
