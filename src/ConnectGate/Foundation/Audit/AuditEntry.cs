namespace ConnectGate.Foundation.Audit;

/// <summary>
/// One act of a moderator or administrator. Added in the act's transaction; the database itself refuses to change or
/// delete it.
/// </summary>
internal sealed class AuditEntry
{
    public long Id { get; private set; }
    public required DateTime At { get; init; }

    /// <summary>Who acted; null for a command on the server.</summary>
    public long? ActorId { get; init; }

    public required AuditAct Act { get; init; }

    /// <summary>The member it concerns.</summary>
    public long? SubjectId { get; init; }

    /// <summary>The case it belongs to, if any.</summary>
    public long? CaseId { get; init; }

    /// <summary>The group it concerns, if any.</summary>
    public long? GroupId { get; init; }

    /// <summary>Why, in the actor's words; empty for a view.</summary>
    public required string Reason { get; init; }
}

/// <summary>What was done.</summary>
public enum AuditAct
{
    /// <summary>Looked at a case and its evidence.</summary>
    ViewedCase,

    /// <summary>Dismissed the reports of a case.</summary>
    DismissedCase,

    /// <summary>Suspended a member.</summary>
    SuspendedMember,

    /// <summary>Gave an account another role, from the server's command line.</summary>
    GrantedRole,

    /// <summary>Removed an account's second factor, from the server's command line.</summary>
    ResetSecondFactor,

    /// <summary>Admitted an address, from the server's command line.</summary>
    AdmittedAddress,

    /// <summary>Invited an address to register.</summary>
    InvitedAddress,

    /// <summary>Took an address off the list of the invited.</summary>
    WithdrewInvitation,

    /// <summary>Let somebody in who waited for it.</summary>
    LetIn,

    /// <summary>
    /// Did not let somebody in who waited for it; their account is gone, and the log does not say whose it was.
    /// </summary>
    DidNotLetIn,

    /// <summary>Added a template that the gate refuses.</summary>
    AddedTemplate,

    /// <summary>Removed a template.</summary>
    RemovedTemplate,

    /// <summary>Recognised a group or gathering.</summary>
    RecognisedGroup,

    /// <summary>Took a group's or gathering's recognition back.</summary>
    TookBackRecognition,
}
