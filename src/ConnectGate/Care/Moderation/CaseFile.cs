using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation;

/// <summary>Loads a case for a moderator and records their acts.</summary>
internal sealed class CaseFile(ConnectGateContext context, Actor actor, AuditTrail trail)
{
    public Task<Case?> FindAsync(string publicId, CancellationToken cancellationToken) =>
        context.Cases.SingleOrDefaultAsync(file => file.PublicId == publicId, cancellationToken);

    /// <summary>Also locks the author until the decision is saved. Null where there is no such case.</summary>
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

    /// <summary>The open case on a member, or a new one. A member has at most one open case.</summary>
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

    /// <summary>Closes the case as upheld. The author's allowance is smaller for a time.</summary>
    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    public async Task UpholdAsync(Case file, string reason, DateTime now, CancellationToken cancellationToken)
    {
        file.Close(upheld: true, actor.Id, reason, now);
        var author = await context.Members.SingleAsync(member => member.Id == file.AuthorId, cancellationToken);
        author.BearUpheldReport(now);
    }

    /// <summary>
    /// Whether the moderator may not decide: the case is about them, they reported in it, or they sent the same note.
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

    /// <summary>The receipt of a decision.</summary>
    public async Task<CaseDecided> DecidedAsync(Case file, CancellationToken cancellationToken) =>
        new(
            await context
                .Members.Where(member => member.Id == file.AuthorId)
                .Select(member => member.DisplayName)
                .SingleAsync(cancellationToken)
        );

    public static IReadOnlyList<Refusal> OwnCase => [new Refusal("own-case", "", Words.Of("own-case"))];

    /// <summary>Records an act on the case in the audit log.</summary>
    public void Tell(Case file, AuditAct act, string reason = "") =>
        trail.Tell(act, file.AuthorId, file.Id, reason: reason);
}

/// <summary>A moderator decided a case.</summary>
/// <param name="AuthorName">The display name of the member whom the case is about.</param>
public sealed record CaseDecided(string AuthorName);
