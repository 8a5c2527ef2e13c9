using System.ComponentModel.DataAnnotations;

namespace ConnectGate.People.Accounts.Admissions;

/// <summary>The rules for registering. Configuration section <c>Admission</c>.</summary>
public sealed class AdmissionOptions : IValidatableObject
{
    public const string Section = "Admission";

    /// <summary>A community is open only if its configuration says so.</summary>
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

public enum AdmissionBy
{
    /// <summary>
    /// Only addresses on the list. An administrator adds an address with <c>-- admin admit EMAIL</c> or with an
    /// invitation. The other values admit the addresses on the list too.
    /// </summary>
    MemberList,

    /// <summary>Anybody may register, and then waits for an administrator's approval.</summary>
    Approval,

    /// <summary>Only addresses in one of the community's domains.</summary>
    EmailDomain,

    Open,
}
