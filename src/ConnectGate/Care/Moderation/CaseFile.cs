using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation;

/// <summary>Takes a case out for a moderator, and writes what they did into the log.</summary>
internal sealed class CaseFile(ConnectGateContext context, Actor actor)
{
    /// <summary>The case; null where there is none.</summary>
    public Task<Case?> FindAsync(string publicId, CancellationToken cancellationToken) =>
        context.Cases.SingleOrDefaultAsync(file => file.PublicId == publicId, cancellationToken);

    /// <summary>The case, with its author held until the decision is saved.</summary>
    public async Task<Case?> FindToDecideAsync(string publicId, CancellationToken cancellationToken)
    {
        var file = await FindAsync(publicId, cancellationToken);
        if (file is not null)
        {
            await context.LockMembersAsync(cancellationToken, file.AuthorId);
            await context.Entry(file).ReloadAsync(cancellationToken);
        }

        return file;
    }

    /// <summary>The open case on a member, which everything about them joins; a new one where there is none.</summary>
    public static async Task<Case> OpenAsync(
        ConnectGateContext context,
        long authorId,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await context.Cases.SingleOrDefaultAsync(
            file => file.AuthorId == authorId && file.State == CaseState.Open,
            cancellationToken
        ) ?? context.Cases.Add(Case.Open(authorId, now)).Entity;

    /// <summary>Closes the case as upheld. Its author's allowance is smaller for a time.</summary>
    /// <exception cref="IllegalTransitionException">It is decided already.</exception>
    public async Task UpholdAsync(Case file, string reason, DateTime now, CancellationToken cancellationToken)
    {
        file.Close(upheld: true, actor.Id, reason, now);
        var author = await context.Members.SingleAsync(member => member.Id == file.AuthorId, cancellationToken);
        author.BearUpheldReport(now);
    }

    /// <summary>
    /// Whether the moderator is part of the case: nobody judges themself, what they reported, or a note that they sent
    /// too.
    /// </summary>
    public async Task<bool> IsOwnAsync(Case file, CancellationToken cancellationToken) =>
        file.AuthorId == actor.Id
        || await context.Reports.AnyAsync(
            report => report.CaseId == file.Id && report.ReporterId == actor.Id,
            cancellationToken
        )
        || await context.SameNotes.AnyAsync(
            mine =>
                mine.SenderId == actor.Id
                && context.SameNotes.Any(note => note.CaseId == file.Id && note.GroupId == mine.GroupId),
            cancellationToken
        );

    /// <summary>What to say to a moderator who is.</summary>
    public static IReadOnlyList<Refusal> OwnCase => [new Refusal("own-case", "", Words.Of("own-case"))];

    /// <summary>An act on the case, for the log.</summary>
    public AuditEntry Entry(Case file, AuditAct act, string reason, DateTime now) =>
        new()
        {
            At = now,
            ActorId = actor.Id,
            Act = act,
            SubjectId = file.AuthorId,
            CaseId = file.Id,
            Reason = VisibleText.Clean(reason),
        };
}
