namespace ConnectGate.Foundation.Audit;

/// <summary>
/// One act of a moderator or administrator. <see cref="AuditChain"/> adds it in the act's transaction. The database
/// refuses to change or delete it.
/// </summary>
internal sealed class AuditEntry
{
    /// <summary>From 1. The number of an entry with a hash is one more than the number before it.</summary>
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

    /// <summary>Of the entry and, through the hash before it, of every earlier entry (<see cref="AuditHead"/>). Null
    /// in entries of versions that did not chain them.</summary>
    public string? Hash { get; private set; }

    /// <summary>Makes this entry the next one of the log.</summary>
    /// <returns>The log's new head.</returns>
    internal AuditHead Follow(AuditHead head)
    {
        Id = head.Number + 1;
        var next = head.Then(this);
        Hash = next.Hash;
        return next;
    }
}

public enum AuditAct
{
    ViewedCase,

    DismissedCase,

    SuspendedMember,

    /// <summary>Gave or took a role. The words name the role that the member has now.</summary>
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

    /// <summary>Took entries of this log out of it. The words name the filter; empty for the whole log.</summary>
    ExportedAudit,

    /// <summary>Opened a member's page for administrators, which shows the address.</summary>
    ViewedMember,

    /// <summary>Sent a link to a new address, because the member lost the old one.</summary>
    MovedAddress,

    SignedOutMember,

    /// <summary>Ended a membership. Nothing was deleted.</summary>
    LapsedMember,

    RenewedMember,

    /// <summary>Removed a member, whose account is deleted after a time.</summary>
    RemovedMember,

    /// <summary>Took the removal of a member back.</summary>
    TookBackRemoval,

    /// <summary>Read the texts of accounts that wait for approval. The log does not say whose.</summary>
    ViewedApplicants,

    /// <summary>Read the addresses that may register.</summary>
    ViewedInvitations,

    /// <summary>Read the addresses of mail that is not sent yet.</summary>
    ViewedMail,

    SentMailAgain,

    SentTestMail,

    /// <summary>Applied a file of members. The words name the import, as the entries of its acts do.</summary>
    ImportedMembers,

    /// <summary>Wrote the outside id or the end of a membership.</summary>
    ChangedMembership,
}
