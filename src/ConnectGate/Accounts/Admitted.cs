namespace ConnectGate.Accounts;

/// <summary>An address that the community's administrator admitted: with <c>Admission:By</c> = <c>MemberList</c>, who registers must be on this list.</summary>
internal sealed class Admitted
{
    /// <summary>The address, normalised as Identity does it.</summary>
    public required string NormalizedEmail { get; init; }

    public required DateTime At { get; init; }
}
