namespace ConnectGate.People.Accounts.Admissions;

/// <summary>
/// An address on the list of those that may register. An administrator admitted it on the server, or invited it.
/// </summary>
internal sealed class Admitted
{
    public long Id { get; private set; }

    /// <summary>Normalised as Identity does it.</summary>
    public required string NormalizedEmail { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Email { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The account of the administrator who invited it; null for a command on the server.</summary>
    public long? ById { get; init; }
}
