using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation;

/// <summary>Loads a case for a moderator, checks that they may act on it, and does what needs no judgement.</summary>
internal sealed class CaseFile(ConnectGateContext context, Actor actor, AuditTrail trail)
{
    /// <summary>
    /// Takes one step on a case, records it and saves. Not found where there is no such case. Refused: <c>own-case</c>
    /// for the member whom the case is about, and what <see cref="RefusalAsync"/> says.
    /// </summary>
    /// <param name="why">In the moderator's words, for the log; null for none.</param>
    /// <param name="whoeverHasIt">Also while another moderator has the case, and once it is closed.</param>
    public async Task<Outcome<Done>> ActAsync(
        string publicId,
        AuditAct act,
        string? why,
        Action<Case> step,
        CancellationToken cancellationToken,
        bool whoeverHasIt = false
    )
    {
        if (await FindToActAsync(publicId, cancellationToken) is not { } file)
        {
            return Outcome<Done>.NotFound();
        }

        if (file.AuthorId == actor.Id)
        {
            return Outcome<Done>.Refused([Conflicts.Refusal]);
        }

        if (!whoeverHasIt && await RefusalAsync(file, cancellationToken) is { } refusal)
        {
            return Outcome<Done>.Refused([refusal]);
        }

        step(file);
        trail.Tell(act, file.AuthorId, file.Id, reason: why);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

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

    /// <summary>Adds the current moderator's words to the other moderators. The caller saves.</summary>
    public void Comment(Case file, string? text) =>
        context.CaseComments.Add(
            new CaseComment
            {
                CaseId = file.Id,
                AuthorId = actor.Id,
                Text = VisibleText.Clean(text),
                At = actor.Now,
            }
        );

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
