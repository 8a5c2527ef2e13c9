using Microsoft.Extensions.Options;

namespace ConnectGate.People.Accounts.Admissions;

/// <summary>The admission of a person who registers.</summary>
internal enum Admittance
{
    /// <summary>No account is created.</summary>
    None,

    /// <summary>An administrator decides.</summary>
    Waits,

    /// <summary>The person is in once the address is confirmed.</summary>
    In,
}

internal sealed class Admission(ConnectGateContext context, IOptions<AdmissionOptions> options)
{
    /// <summary>
    /// The admission of that address. Asks the database in every case, so that the response time reveals nothing.
    /// </summary>
    public async Task<Admittance> OfAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        var listed = await context.Admitted.AnyAsync(
            admitted => admitted.NormalizedEmail == normalizedEmail,
            cancellationToken
        );
        return options.Value.By switch
        {
            _ when listed => Admittance.In,
            AdmissionBy.Open => Admittance.In,
            AdmissionBy.EmailDomain
                when options.Value.Domains.Any(domain =>
                    normalizedEmail.EndsWith(
                        "@" + EmailAddress.Domain(domain.Trim().TrimStart('@')),
                        StringComparison.OrdinalIgnoreCase
                    )
                ) => Admittance.In,
            AdmissionBy.Approval => Admittance.Waits,
            _ => Admittance.None,
        };
    }
}
