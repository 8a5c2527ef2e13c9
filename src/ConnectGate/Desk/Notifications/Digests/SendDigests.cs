using ConnectGate.Foundation;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>
/// Writes the digests that are due. Each contains the news since the member's last digest. Runs every minute on every
/// node.
/// </summary>
public static class SendDigests
{
    /// <summary>
    /// Takes the members whose digest is due, the longest due first. Members with news get their digest, and all of
    /// them get the time of their next one, in the same transaction. So a node that dies loses and repeats no digest.
    /// </summary>
    /// <param name="AtMost">The most members in one transaction. Other writers to SQLite wait for it.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(int AtMost = 100) : ICommand<Receipt>;

    /// <param name="Written">The number of digests. A member without news gets none.</param>
    /// <param name="Any">Whether more members may be due.</param>
    public sealed record Receipt(int Written, bool Any);

    internal sealed class Handler(ConnectGateContext context, DigestMail mail, Actor actor)
        : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var due = await context.Dialect.TakeDueAsync(
                context,
                "Members",
                nameof(Member.DigestDueAt),
                now,
                command.AtMost,
                cancellationToken
            );
            if (due.Count == 0)
            {
                return new Receipt(0, Any: false);
            }

            var readers = await ReadersAsync(due, cancellationToken);
            var news = await DigestNews.OfAsync(context, due, now, cancellationToken);
            foreach (var reader in readers.Where(reader => news.Contains(reader.Id)))
            {
                mail.Write(reader, [.. news[reader.Id]]);
            }

            await context.SaveChangesAsync(cancellationToken);
            await PlanNextAsync(readers, now, cancellationToken);
            return new Receipt(news.Count, Any: due.Count == command.AtMost);
        }

        private Task<List<DigestReader>> ReadersAsync(List<long> due, CancellationToken cancellationToken) =>
            context
                .Members.Where(member => due.Contains(member.Id))
                .Join(
                    context.Users,
                    member => member.Id,
                    account => account.Id,
                    (member, account) =>
                        new DigestReader(
                            member.Id,
                            account.Email!,
                            member.DisplayName,
                            member.PreferredLanguage,
                            member.Digest,
                            member.TimeZone
                        )
                )
                .ToListAsync(cancellationToken);

        // Members of one schedule and time zone share the time of their next digest. Few of a batch differ.
        private async Task PlanNextAsync(List<DigestReader> readers, DateTime now, CancellationToken cancellationToken)
        {
            foreach (var same in readers.GroupBy(reader => reader.Digest.NextAfter(now, Zones.Of(reader.TimeZone))))
            {
                var ids = same.Select(reader => reader.Id).ToList();
                await context
                    .Members.Where(member => ids.Contains(member.Id))
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(member => member.Digest.CoveredUntil, member => member.DigestDueAt!.Value)
                                .SetProperty(member => member.DigestDueAt, same.Key),
                        cancellationToken
                    );
            }
        }
    }
}
