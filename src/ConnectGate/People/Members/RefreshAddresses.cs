using System.Text;
using ConnectGate.People.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members;

/// <summary>
/// Writes the domains of stored addresses in ASCII. Where two accounts have the two forms of one mailbox, the second
/// keeps its form: an administrator can then choose.
/// </summary>
internal sealed class RefreshAddresses(ConnectGateContext context, ILookupNormalizer normalizer) : IRefresh
{
    public string Name => "addresses-in-ascii";

    public async Task<long?> RunAsync(long after, CancellationToken cancellationToken)
    {
        if (after == 0)
        {
            await AdmittedAsync(cancellationToken);
            await RegistrationsAsync(cancellationToken);
        }

        var batch = await context
            .Users.Where(account => account.Id > after)
            .OrderBy(account => account.Id)
            .Take(Refreshes.Batch)
            .ToListAsync(cancellationToken);
        foreach (var account in batch.Where(account => !Ascii.IsValid(account.Email)))
        {
            if (EmailAddress.Of(account.Email) is not { } email)
            {
                continue;
            }

            var normalized = normalizer.NormalizeEmail(email);
            if (!await context.Users.AnyAsync(other => other.NormalizedEmail == normalized, cancellationToken))
            {
                (account.Email, account.NormalizedEmail) = (email, normalized);
            }
        }

        return batch.LastOrDefault()?.Id;
    }

    private async Task AdmittedAsync(CancellationToken cancellationToken)
    {
        var listed = await context.Admitted.AsNoTracking().ToListAsync(cancellationToken);
        var known = listed.Select(admitted => admitted.NormalizedEmail).ToHashSet(StringComparer.Ordinal);
        foreach (var admitted in listed.Where(admitted => !Ascii.IsValid(admitted.Email)))
        {
            if (
                EmailAddress.Of(admitted.Email) is { } email
                && normalizer.NormalizeEmail(email) is var normalized
                && known.Add(normalized)
            )
            {
                await context
                    .Admitted.Where(other => other.Id == admitted.Id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(other => other.Email, email)
                                .SetProperty(other => other.NormalizedEmail, normalized),
                        cancellationToken
                    );
            }
        }
    }

    private async Task RegistrationsAsync(CancellationToken cancellationToken)
    {
        var waiting = await context.Registrations.AsNoTracking().ToListAsync(cancellationToken);
        foreach (var registration in waiting.Where(registration => !Ascii.IsValid(registration.Email)))
        {
            if (EmailAddress.Of(registration.Email) is { } email)
            {
                var normalized = normalizer.NormalizeEmail(email);
                await context
                    .Registrations.Where(other => other.Id == registration.Id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(other => other.Email, email)
                                .SetProperty(other => other.NormalizedEmail, normalized),
                        cancellationToken
                    );
            }
        }
    }
}
