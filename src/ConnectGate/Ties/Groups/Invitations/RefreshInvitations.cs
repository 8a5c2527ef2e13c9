using System.Text;
using ConnectGate.People.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>
/// Writes the domains of invited addresses in ASCII. An invitation of the other form of the same mailbox stays.
/// </summary>
internal sealed class RefreshInvitations(ConnectGateContext context, ILookupNormalizer normalizer) : IRefresh
{
    public string Name => "invitations-in-ascii";

    public async Task<long?> RunAsync(long after, CancellationToken cancellationToken)
    {
        var batch = await context
            .Invitations.AsNoTracking()
            .Where(invitation => invitation.Id > after)
            .OrderBy(invitation => invitation.Id)
            .Take(Refreshes.Batch)
            .ToListAsync(cancellationToken);
        foreach (var invitation in batch.Where(invitation => !Ascii.IsValid(invitation.Email)))
        {
            if (EmailAddress.Of(invitation.Email) is { } email)
            {
                var normalized = normalizer.NormalizeEmail(email);
                await context
                    .Invitations.Where(old =>
                        old.Id == invitation.Id
                        && !context.Invitations.Any(other =>
                            other.GroupId == invitation.GroupId && other.NormalizedEmail == normalized
                        )
                    )
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(old => old.Email, email)
                                .SetProperty(old => old.NormalizedEmail, normalized),
                        cancellationToken
                    );
            }
        }

        return batch.LastOrDefault()?.Id;
    }
}
