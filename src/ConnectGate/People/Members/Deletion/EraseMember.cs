using System.Globalization;
using System.Security.Cryptography;
using ConnectGate.Foundation.Portability;

namespace ConnectGate.People.Members.Deletion;

/// <summary>
/// Deletes everything of a member whose time to change their mind is over. Each feature erases its own part, all in one
/// transaction: a node that stops in between has erased nothing, and another begins again.
/// </summary>
public static class EraseMember
{
    [SentBy(Senders.Server)]
    public sealed record Command : ICommand<Receipt>;

    /// <param name="Any">Whether there was a member to erase. If so, more may wait.</param>
    public sealed record Receipt(bool Any);

    internal sealed class Handler(ConnectGateContext context, Actor actor, IEnumerable<IErases> parts, Words words)
        : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var due = context.Users.Where(account => account.LeavesAt <= now);
            if (
                await due.OrderBy(account => account.LeavesAt)
                    .Select(account => (long?)account.Id)
                    .FirstOrDefaultAsync(cancellationToken)
                is not { } id
            )
            {
                return new Receipt(Any: false);
            }

            await context.LockMembersAsync(cancellationToken, id);
            var found = await (
                from account in due
                where account.Id == id
                join member in context.Members on account.Id equals member.Id
                select new
                {
                    account.Email,
                    account.NormalizedEmail,
                    member.Handle,
                }
            ).SingleOrDefaultAsync(cancellationToken);
            if (found is not null)
            {
                var leaver = new Leaver(
                    id,
                    found.Handle,
                    found.Email!,
                    found.NormalizedEmail!,
                    words.Say(Words.Of("former-member"), (CultureInfo?)null),
                    "former-" + RandomNumberGenerator.GetHexString(16, lowercase: true),
                    words.Say(Words.Of("former-words"), (CultureInfo?)null)
                );
                foreach (var part in parts)
                {
                    await part.EraseAsync(leaver, cancellationToken);
                    await context.SaveChangesAsync(cancellationToken);
                }
            }

            return new Receipt(Any: true);
        }
    }
}
