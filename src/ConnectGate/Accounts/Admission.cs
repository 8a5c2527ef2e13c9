using ConnectGate.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ConnectGate.Accounts;

/// <summary>Decides who may register.</summary>
internal sealed class Admission(ConnectGateContext context, IOptions<AdmissionOptions> options)
{
    /// <summary>Whether the address is admitted. Asks the database in every case, so that the answer's time tells nothing.</summary>
    public async Task<bool> AdmitsAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        var listed = await context.Admitted.AnyAsync(admitted => admitted.NormalizedEmail == normalizedEmail, cancellationToken);
        return listed || options.Value.By switch
        {
            AdmissionBy.Open => true,
            AdmissionBy.EmailDomain => options.Value.Domains.Any(domain =>
                normalizedEmail.EndsWith("@" + domain.Trim().TrimStart('@'), StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
    }
}
