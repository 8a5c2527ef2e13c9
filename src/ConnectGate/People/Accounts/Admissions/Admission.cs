using Microsoft.Extensions.Options;

namespace ConnectGate.People.Accounts.Admissions;

/// <summary>What becomes of who registers.</summary>
internal enum Admittance
{
    /// <summary>No account is made.</summary>
    None,

    /// <summary>An administrator decides.</summary>
    Waits,

    /// <summary>Once the address is confirmed they are in.</summary>
    In,
}

/// <summary>Decides who may register.</summary>
internal sealed class Admission(ConnectGateContext context, IOptions<AdmissionOptions> options)
{
    /// <summary>
    /// What becomes of that address. Asks the database in every case, so that the answer's time tells nothing.
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
                    normalizedEmail.EndsWith("@" + domain.Trim().TrimStart('@'), StringComparison.OrdinalIgnoreCase)
                ) => Admittance.In,
            AdmissionBy.Approval => Admittance.Waits,
            _ => Admittance.None,
        };
    }
}
