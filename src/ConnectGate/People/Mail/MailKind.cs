namespace ConnectGate.People.Mail;

/// <summary>What a mail is for. Mail leaves in this order, because some people wait for theirs.</summary>
public enum MailKind
{
    /// <summary>A person waits for it, or must know at once: registration, reset, a change of the sign-in.</summary>
    Awaited,

    Digest,

    /// <summary>Invitations, ends and renewals of memberships: perhaps thousands at once.</summary>
    Membership,
}
