using ConnectGate.Foundation;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>
/// Writes the digests that are due. Each contains the news since the member's last digest. Runs every minute on every
/// node.
/// </summary>
public static class SendDigests
{
    /// <summary>Returns the number of digests written. A number below <c>AtMost</c> means that none are left.</summary>
    /// <param name="AtMost">The most digests in one transaction.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(int AtMost = 20) : ICommand<int>;

    internal sealed class Handler(ConnectGateContext context, DigestMail mail, Actor actor)
        : IRequestHandler<Command, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var due = await DueAsync(now, command.AtMost, cancellationToken);

            // Another node may be writing the same digests, so the list can be out of date. The lock waits for that
            // node; afterwards its news is covered.
            await context.LockMembersAsync(cancellationToken, due);
            var members = await context.Members.Where(member => due.Contains(member.Id)).ToListAsync(cancellationToken);
            var written = 0;
            foreach (var member in members)
            {
                var until = DigestHour.Latest(member.Digest, Zones.Of(member.TimeZone), now);
                var covered = member.Digest.CoveredUntil;
                var news = await News(now)
                    .Where(told =>
                        told.MemberId == member.Id && told.VisibleFrom > covered && told.VisibleFrom <= until
                    )
                    .OrderBy(told => told.VisibleFrom)
                    .ThenBy(told => told.Id)
                    .ToListAsync(cancellationToken);
                if (news.Count > 0)
                {
                    await mail.WriteAsync(member, news, cancellationToken);
                    member.Digested(until);
                    written++;
                }
            }

            await context.SaveChangesAsync(cancellationToken);
            return written;
        }

        // The members whose digest is due and contains news from before the due time.
        private async Task<long[]> DueAsync(DateTime now, int atMost, CancellationToken cancellationToken)
        {
            var waiting = await (
                from member in context.Members.AsNoTracking()
                where member.Digest.Frequency != DigestFrequency.Never
                let oldest = News(now)
                    .Where(told => told.MemberId == member.Id && told.VisibleFrom > member.Digest.CoveredUntil)
                    .Min(told => (DateTime?)told.VisibleFrom)
                where oldest != null
                orderby oldest, member.Id
                select new
                {
                    member.Id,
                    member.Digest,
                    member.TimeZone,
                    Oldest = oldest.Value,
                }
            ).ToListAsync(cancellationToken);
            return
            [
                .. waiting
                    .Where(member => member.Oldest <= DigestHour.Latest(member.Digest, Zones.Of(member.TimeZone), now))
                    .Take(atMost)
                    .Select(member => member.Id),
            ];
        }

        // A letter is no longer news after it was opened or decided, nor after its connector answered.
        private IQueryable<Notification> News(DateTime now) =>
            context
                .Notifications.AsNoTracking()
                .Where(told =>
                    told.ReadAt == null
                    && told.VisibleFrom <= now
                    && (
                        told.Kind != NotificationKind.LetterArrived
                        || context
                            .Requests.Waiting(now)
                            .Any(letter => letter.PublicId == told.Subject && letter.OpenedAt == null)
                    )
                    && (
                        told.Kind != NotificationKind.AskedToIntroduce
                        || context.Introductions.Any(asked =>
                            asked.Request.PublicId == told.Subject && asked.Answer == null
                        )
                    )
                );
    }
}
