namespace ConnectGate.Foundation.Audit;

/// <summary>
/// Writes the audit log, in the command's transaction. The entries come last, after every lock of the handler, because
/// on PostgreSQL writers of the log wait for each other until the commit. For the same reason a command that was sent
/// by another command's handler leaves its entries to the outer command.
/// </summary>
internal sealed class AuditBehavior<TCommand, TOutcome>(AuditChain chain, Actor actor, AuditTrail trail)
    : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>
    where TOutcome : IOutcome<TOutcome>
{
    /// <exception cref="InvalidOperationException">
    /// The command declares acts, succeeded, and recorded none. This is a bug of its handler.
    /// </exception>
    public async Task<TOutcome> Handle(
        TCommand request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TOutcome> next
    )
    {
        var declared = DeclaredActs<TCommand>.Value;
        var telling = trail.Begin(declared);
        try
        {
            var outcome = await next();
            if (outcome.Succeeded && declared is { MayChangeNothing: false } && telling.Facts.Count == 0)
            {
                throw new InvalidOperationException($"{typeof(TCommand).FullName} recorded none of its acts.");
            }

            if (outcome.Succeeded || outcome.KeepsChanges)
            {
                await KeepAsync(telling.Facts, cancellationToken);
            }

            return outcome;
        }
        finally
        {
            trail.End();
        }
    }

    private async Task KeepAsync(List<AuditFact> facts, CancellationToken cancellationToken)
    {
        if (trail.Outer is { } outer)
        {
            outer.Facts.AddRange(facts);
        }
        else if (facts.Count > 0)
        {
            await chain.AppendAsync(facts.Select(Entry), cancellationToken);
        }
    }

    private AuditEntry Entry(AuditFact fact) =>
        new()
        {
            At = actor.Now,
            ActorId = actor.Sender,
            Act = fact.Act,
            SubjectId = fact.SubjectId,
            CaseId = fact.CaseId,
            GroupId = fact.GroupId,
            Reason = fact.Reason,
        };
}
