namespace ConnectGate.People.Accounts.Admissions;

/// <summary>
/// An address on the list of those that may register. An administrator admitted it on the server, or invited it.
/// </summary>
internal sealed class Admitted
{
    /// <summary>In characters.</summary>
    public const int OutsideIdLength = 100;

    public long Id { get; private set; }

    /// <summary>Normalised as Identity does it.</summary>
    public required string NormalizedEmail { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Email { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The account of the administrator who invited it; null for a command on the server.</summary>
    public long? ById { get; init; }

    /// <summary>As the host's list has it; empty where it is unknown. Members choose their own name.</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc cref="Account.OutsideId"/>
    public string? OutsideId { get; private set; }

    /// <inheritdoc cref="Account.ExpiresOn"/>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Null or empty changes nothing.</summary>
    internal void Describe(string? outsideId, string name, DateOnly? expiresOn) =>
        (OutsideId, Name, ExpiresOn) = (outsideId ?? OutsideId, name.Length > 0 ? name : Name, expiresOn ?? ExpiresOn);

    /// <summary>Whether <see cref="Describe"/> would change something.</summary>
    internal bool Differs(string? outsideId, string name, DateOnly? expiresOn) =>
        (outsideId is not null && outsideId != OutsideId)
        || (name.Length > 0 && name != Name)
        || (expiresOn is not null && expiresOn != ExpiresOn);
}
