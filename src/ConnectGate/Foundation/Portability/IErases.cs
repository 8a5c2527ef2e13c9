namespace ConnectGate.Foundation.Portability;

/// <summary>
/// A feature's part of the deletion of a member. The rows of the member and their account stay without any of their
/// words, so that letters, conversations and the audit log keep their references. The scan of the assembly registers
/// each part. The parts run in any order, in one transaction, which saves after each.
/// </summary>
internal interface IErases
{
    /// <summary>
    /// The entities that the part answers for, each with what becomes of it. A test finds an entity of no part.
    /// </summary>
    IReadOnlyDictionary<Type, string> Outcomes { get; }

    Task EraseAsync(Leaver leaver, CancellationToken cancellationToken);

    /// <summary>
    /// Somebody registers with the address of a deleted account. What binds a member applies to them again: blocks,
    /// measures, waiting times. Nothing else comes back.
    /// </summary>
    Task BindAsync(long formerId, long memberId, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A member whose account is deleted now.</summary>
/// <param name="NormalizedEmail">As in other tables that name an address.</param>
/// <param name="Email">As in mail that waits.</param>
/// <param name="FormerName">The name that stands in place of theirs, in the community's language.</param>
/// <param name="FormerHandle">The handle in place of theirs. No page opens by it.</param>
/// <param name="Instead">The sentence in place of a text that a row must have.</param>
internal sealed record Leaver(
    long Id,
    string Handle,
    string Email,
    string NormalizedEmail,
    string FormerName,
    string FormerHandle,
    string Instead
);
