using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>The notes of letters. Detail and answers stay, because the moderator removes the note.</summary>
internal sealed class LetterText(ConnectGateContext context, IMediator mediator) : IReportable
{
    public ReportedKind Kind => ReportedKind.Letter;

    // A letter is reported by a command of its own, which also declines it.
    public Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<ReportableText?>(null);

    public async Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken)
    {
        await context
            .Requests.Where(letter => letter.Id == subjectId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(letter => letter.Note, PersonalNote.FromStore(words)),
                cancellationToken
            );
        await mediator.Publish(new NoteReplaced(subjectId, words), cancellationToken);
    }

    public async Task RestoreAsync(
        long subjectId,
        string instead,
        Evidence reported,
        CancellationToken cancellationToken
    )
    {
        var removed = PersonalNote.FromStore(instead);
        var restored = await context
            .Requests.Where(letter => letter.Id == subjectId && letter.Note == removed)
            .ExecuteUpdateAsync(
                set => set.SetProperty(letter => letter.Note, PersonalNote.FromStore(reported.Note)),
                cancellationToken
            );
        if (restored > 0)
        {
            await mediator.Publish(new NoteReplaced(subjectId, reported.Note), cancellationToken);
        }
    }
}

/// <summary>A letter's note has other words now, so copies of it change too.</summary>
internal sealed record NoteReplaced(long RequestId, string Note) : INotification;
