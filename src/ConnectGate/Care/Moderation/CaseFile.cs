namespace ConnectGate.Care.Moderation;

/// <summary>Loads a case for a moderator, and checks that they may act on it.</summary>
internal sealed class CaseFile(ConnectGateContext context, Actor actor)
{
    public Task<Case?> FindAsync(string publicId, CancellationToken cancellationToken) =>
        context.Cases.SingleOrDefaultAsync(file => file.PublicId == publicId, cancellationToken);

    /// <summary>Also locks the author until the act is saved. Null where there is no such case.</summary>
    public async Task<Case?> FindToActAsync(string publicId, CancellationToken cancellationToken)
    {
        var file = await FindAsync(publicId, cancellationToken);
        if (file is not null)
        {
            await context.LockMembersAsync(cancellationToken, file.AuthorId);
            await context.Entry(file).ReloadAsync(cancellationToken);
        }

        return file;
    }

    /// <summary>
    /// Null where the moderator may act on the case. Else <c>case-closed</c> or <c>case-taken</c>: another moderator
    /// was faster.
    /// </summary>
    public async Task<Refusal?> RefusalAsync(Case file, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        if (file.Stage == CaseStage.Closed)
        {
            return new Refusal("case-closed", "", Words.Format("case-closed", await NameAsync(file.ClosedById)));
        }

        return file.TakerAt(now) is { } taker && taker != actor.Id
            ? new Refusal("case-taken", "", Words.Format("case-taken", await NameAsync(taker), file.TakenUntil))
            : null;

        Task<string> NameAsync(long? memberId) =>
            context
                .Members.Where(member => member.Id == memberId)
                .Select(member => member.DisplayName)
                .SingleAsync(cancellationToken);
    }

    /// <summary>The display name of the member whom the case is about.</summary>
    public Task<string> AuthorNameAsync(Case file, CancellationToken cancellationToken) =>
        context
            .Members.Where(member => member.Id == file.AuthorId)
            .Select(member => member.DisplayName)
            .SingleAsync(cancellationToken);
}

/// <summary>A moderator acted on a case.</summary>
/// <param name="AuthorName">The display name of the member whom the case is about.</param>
public sealed record CaseDecided(string AuthorName);
