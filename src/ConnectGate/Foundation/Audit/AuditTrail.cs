namespace ConnectGate.Foundation.Audit;

/// <summary>
/// Takes the facts of an act from the handler of a command. <see cref="AuditBehavior{TCommand, TOutcome}"/> writes them
/// to the audit log when the command has succeeded.
/// </summary>
internal sealed class AuditTrail
{
    // One for each command that runs: the last one was sent by the handler of the one before.
    private readonly Stack<Telling> _running = new();

    /// <summary>Call it for each act, before or after the save.</summary>
    /// <param name="subjectId">The member whom the act concerns, if any.</param>
    /// <param name="reason">In the actor's words; empty for a view.</param>
    /// <exception cref="InvalidOperationException">The running command does not declare the act.</exception>
    public void Tell(
        AuditAct act,
        long? subjectId = null,
        long? caseId = null,
        long? groupId = null,
        string? reason = null
    )
    {
        if (!_running.TryPeek(out var telling) || telling.Declared?.Acts.Contains(act) != true)
        {
            throw new InvalidOperationException($"The running command does not declare the act {act}.");
        }

        telling.Facts.Add(new AuditFact(act, subjectId, caseId, groupId, VisibleText.Clean(reason)));
    }

    public Telling Begin(AuditedAttribute? declared)
    {
        var telling = new Telling(declared);
        _running.Push(telling);
        return telling;
    }

    /// <summary>Ends the command that began last.</summary>
    public void End() => _running.Pop();

    /// <summary>The command whose handler sent the running one; null for the outermost.</summary>
    public Telling? Outer => _running.Skip(1).FirstOrDefault();

    /// <summary>The facts that one command told so far.</summary>
    internal sealed record Telling(AuditedAttribute? Declared)
    {
        public List<AuditFact> Facts { get; } = [];
    }
}

/// <summary>An act before it has its actor and its time.</summary>
internal sealed record AuditFact(AuditAct Act, long? SubjectId, long? CaseId, long? GroupId, string Reason);
