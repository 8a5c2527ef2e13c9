namespace ConnectGate.Foundation.Audit;

/// <summary>
/// One act of a moderator or administrator. It is added in the act's transaction. The database refuses to change or
/// delete it.
/// </summary>
internal sealed class AuditEntry
{
    public long Id { get; private set; }
    public required DateTime At { get; init; }

    /// <summary>Null for a command on the server.</summary>
    public long? ActorId { get; init; }

    public required AuditAct Act { get; init; }

    /// <summary>The member whom the act concerns, if any.</summary>
    public long? SubjectId { get; init; }

    public long? CaseId { get; init; }

    public long? GroupId { get; init; }

    /// <summary>In the actor's words; empty for a view.</summary>
    public required string Reason { get; init; }
}

public enum AuditAct
{
    ViewedCase,

    DismissedCase,

    SuspendedMember,

    /// <summary>From the server's command line.</summary>
    GrantedRole,

    /// <summary>From the server's command line.</summary>
    ResetSecondFactor,

    /// <summary>From the server's command line.</summary>
    AdmittedAddress,

    InvitedAddress,

    /// <summary>Removed an address from the list of those that may register.</summary>
    WithdrewInvitation,

    /// <summary>An administrator accepted an account that waited for approval.</summary>
    LetIn,

    /// <summary>
    /// An administrator refused an account that waited for approval. The account is deleted, and the log does not say
    /// whose it was.
    /// </summary>
    DidNotLetIn,

    /// <summary>Added a template that the gate refuses.</summary>
    AddedTemplate,

    RemovedTemplate,

    RecognisedGroup,

    TookBackRecognition,

    TookCase,

    GaveBackCase,

    EscalatedCase,

    CommentedOnCase,

    WarnedMember,

    ReducedAllowance,

    RemovedText,

    MarkedTemplate,

    /// <summary>A moderator undid another moderator's measure.</summary>
    UpheldAppeal,

    /// <summary>A measure stands after an appeal.</summary>
    RefusedAppeal,

    MutedReporter,

    UnmutedReporter,

    /// <summary>Added or changed a rule of the community.</summary>
    ChangedRule,

    RetiredRule,
}
