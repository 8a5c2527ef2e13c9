using ConnectGate.People.Accounts;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Care.Moderation;

/// <summary>
/// Decides who may judge a case. A moderator has a conflict who reported in the case, sent the same note, or is
/// connected to the author or to a reporter. Where nobody is free of conflict, an administrator judges, or failing that
/// a moderator. The author never does.
/// </summary>
internal sealed class Conflicts(ConnectGateContext context, Actor actor)
{
    /// <summary>Whether the current moderator may judge the case.</summary>
    /// <param name="decidedBy">Of an appeal: the moderator whose measure it is. They judge only where nobody else can,
    /// and that is a conflict.</param>
    public async Task<Judge> OfAsync(Case file, long? decidedBy, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        var candidates = await context
            .Users.WhoAreIn()
            .Where(account =>
                (account.Role == Role.Moderator || account.Role == Role.Administrator)
                && account.Id != file.AuthorId
                && !context.Suspensions.InForce(now).Any(suspension => suspension.MemberId == account.Id)
            )
            .Select(account => new { account.Id, account.Role })
            .ToListAsync(cancellationToken);
        if (file.Stage == CaseStage.Escalated && candidates.Exists(one => one.Role == Role.Administrator))
        {
            candidates.RemoveAll(one => one.Role != Role.Administrator);
        }

        var involved = await InvolvedAsync(file, [.. candidates.Select(one => one.Id)], now, cancellationToken);
        var ranks = candidates.ToDictionary(
            one => one.Id,
            one =>
                one.Id == decidedBy ? Rank.Decided
                : !involved.Contains(one.Id) ? Rank.Free
                : one.Role == Role.Administrator ? Rank.Administrator
                : Rank.Moderator
        );
        return ranks.TryGetValue(actor.Id, out var mine) && mine == ranks.Values.Min()
            ? new Judge(MayDecide: true, WithConflict: mine != Rank.Free)
            : new Judge(MayDecide: false, WithConflict: false);
    }

    // Those of the moderators who are part of the case.
    private async Task<HashSet<long>> InvolvedAsync(
        Case file,
        List<long> moderators,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var reporters = context.Reports.Where(report => report.CaseId == file.Id).Select(report => report.ReporterId);
        var parties = await reporters.Distinct().ToListAsync(cancellationToken);
        var involved = parties.ToHashSet();
        parties.Add(file.AuthorId);
        var groups = context.SameNotes.Where(note => note.CaseId == file.Id).Select(note => note.GroupId);
        involved.UnionWith(
            await context
                .SameNotes.Where(note => moderators.Contains(note.SenderId) && groups.Contains(note.GroupId))
                .Select(note => note.SenderId)
                .ToListAsync(cancellationToken)
        );
        var pairs = await context
            .Connections.Live(now)
            .Where(connection =>
                (moderators.Contains(connection.LowId) && parties.Contains(connection.HighId))
                || (moderators.Contains(connection.HighId) && parties.Contains(connection.LowId))
            )
            .Select(connection => new { connection.LowId, connection.HighId })
            .ToListAsync(cancellationToken);
        involved.UnionWith(pairs.SelectMany(pair => new[] { pair.LowId, pair.HighId }));
        return involved;
    }

    /// <summary>Refuses somebody who is part of the case.</summary>
    public static Refusal Refusal => new("own-case", "", Words.Of("own-case"));

    private enum Rank
    {
        Free,
        Administrator,
        Moderator,
        Decided,
    }
}

/// <param name="MayDecide">The moderator may judge.</param>
/// <param name="WithConflict">They may, although they are part of the case, because nobody else can.</param>
internal sealed record Judge(bool MayDecide, bool WithConflict)
{
    /// <summary>The words of a judgement for the log. They say when nobody was free of conflict.</summary>
    public static string InLog(string? words, bool withConflict) =>
        (withConflict ? "(No moderator was free of conflict.) " : "") + VisibleText.Clean(words);
}
