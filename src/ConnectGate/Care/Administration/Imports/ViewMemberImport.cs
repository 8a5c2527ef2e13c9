namespace ConnectGate.Care.Administration.Imports;

/// <summary>The latest import: the result of its dry run, its progress, or what was done.</summary>
public static class ViewMemberImport
{
    [SentBy(Senders.Administrators)]
    public sealed record Query : IQuery<View?>;

    /// <param name="Import">Null where there is none.</param>
    public sealed record View(Import? Import);

    /// <param name="Counts">What the dry run found; once it is applied, what was done so far.</param>
    /// <param name="Problems">The first bad rows and notes, in the order of the file.</param>
    /// <param name="MoreProblems">The number of further ones.</param>
    public sealed record Import(
        State State,
        DateTime ReadAt,
        bool LapsesOthers,
        int Done,
        int Total,
        Counts Counts,
        IReadOnlyList<Problem> Problems,
        int MoreProblems
    );

    public enum State
    {
        /// <summary>Nothing is changed.</summary>
        DryRun,
        Applying,
        Finished,
    }

    /// <param name="Bad">Rows of which nothing is done.</param>
    public sealed record Counts(int Invited, int Changed, int Renewed, int Lapsed, int Unchanged, int Bad);

    /// <param name="Line">The number of the row in a spreadsheet, from 1.</param>
    /// <param name="Words">What is wrong, in the reader's language.</param>
    /// <param name="Value">The beginning of the cell; may be empty.</param>
    /// <param name="IsNote">Whether the row is applied all the same.</param>
    public sealed record Problem(int Line, string Words, string Value, bool IsNote);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var import = await context.MemberImports.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            return new View(import is null ? null : Of(import));
        }

        private Import Of(MemberImport import)
        {
            var counts = import.AppliedAt is null ? import.Planned : import.Applied;
            return new Import(
                import.AppliedAt is null ? State.DryRun
                    : import.IsApplying ? State.Applying
                    : State.Finished,
                import.ReadAt,
                import.LapsesOthers,
                import.Done,
                import.Total,
                new Counts(
                    counts.Invited,
                    counts.Changed,
                    counts.Renewed,
                    counts.Lapsed,
                    counts.Unchanged,
                    import.AppliedAt is null ? counts.Bad : import.Planned.Bad + counts.Bad
                ),
                [
                    .. import.Problems.Select(problem => new Problem(
                        problem.Line,
                        actor.Say(problem.Wording),
                        problem.Value,
                        problem.IsNote
                    )),
                ],
                import.MoreProblems
            );
        }
    }
}
