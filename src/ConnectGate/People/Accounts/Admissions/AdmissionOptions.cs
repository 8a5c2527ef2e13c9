using System.ComponentModel.DataAnnotations;

namespace ConnectGate.People.Accounts.Admissions;

/// <summary>Who may register. Configuration section <c>Admission</c>.</summary>
public sealed class AdmissionOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Admission";

    /// <summary>What admits somebody. A community is not open unless it says so.</summary>
    [EnumDataType(typeof(AdmissionBy))]
    public AdmissionBy By { get; set; } = AdmissionBy.MemberList;

    /// <summary>
    /// With <see cref="AdmissionBy.EmailDomain"/>: the domains whose addresses are admitted, such as
    /// <c>society.example</c>.
    /// </summary>
    public IList<string> Domains { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (By == AdmissionBy.EmailDomain && !Domains.Any(domain => !string.IsNullOrWhiteSpace(domain)))
        {
            yield return new ValidationResult(
                "Admission:Domains must name at least one domain where Admission:By is EmailDomain.",
                [nameof(Domains)]
            );
        }
    }
}

/// <summary>What admits somebody to the community.</summary>
public enum AdmissionBy
{
    /// <summary>
    /// An administrator put their address on the list: <c>-- admin admit EMAIL</c>, or an invitation. With every other
    /// value too, who is on it is in.
    /// </summary>
    MemberList,

    /// <summary>Anybody may register, and waits until an administrator lets them in.</summary>
    Approval,

    /// <summary>Their address is in one of the community's domains.</summary>
    EmailDomain,

    /// <summary>Anybody may register.</summary>
    Open,
}
