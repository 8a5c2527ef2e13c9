namespace ConnectGate.People.Mail;

/// <summary>
/// The mail worker takes mail that is due. No other node takes the same mail while this one sends it.
/// </summary>
public static class ClaimMail
{
    /// <summary>
    /// Takes due mails for <see cref="Lease"/>, in the order of <see cref="MailKind"/>, the oldest first.
    /// <see cref="SettleMail"/> then records the result of each.
    /// </summary>
    /// <param name="UpTo">The last kind that is taken.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(int AtMost = 20, MailKind UpTo = MailKind.Membership) : ICommand<IReadOnlyList<Mail>>;

    /// <param name="Id">For the log and for <see cref="SettleMail"/>.</param>
    /// <param name="To">The address.</param>
    /// <param name="Subject">One line.</param>
    /// <param name="Body">Plain text.</param>
    /// <param name="UnsubscribeUrl">One click there ends mail of this kind; null where there is no such place.</param>
    /// <param name="WrittenAt">In UTC.</param>
    public sealed record Mail(
        long Id,
        string To,
        string Subject,
        string Body,
        string? UnsubscribeUrl,
        DateTime WrittenAt
    );

    /// <summary>
    /// The length of a claim. If a node dies while it sends a mail, another sends the mail after this time.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    internal sealed class Handler(ConnectGateContext context, Actor actor)
        : IRequestHandler<Command, Outcome<IReadOnlyList<Mail>>>
    {
        public async Task<Outcome<IReadOnlyList<Mail>>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var due = await context.Dialect.TakeDueAsync(
                context,
                "OutgoingMail",
                nameof(OutgoingMail.DueAt),
                now,
                command.AtMost,
                cancellationToken,
                new RankedColumn(nameof(OutgoingMail.Kind), (int)command.UpTo)
            );
            if (due.Count == 0)
            {
                return new List<Mail>();
            }

            var mine = context.OutgoingMail.Where(mail => due.Contains(mail.Id));
            var claimed = await mine.OrderBy(mail => mail.Kind)
                .ThenBy(mail => mail.DueAt)
                .ThenBy(mail => mail.Id)
                .Select(mail => new Mail(
                    mail.Id,
                    mail.To,
                    mail.Subject,
                    mail.Body,
                    mail.UnsubscribeUrl,
                    mail.WrittenAt
                ))
                .ToListAsync(cancellationToken);

            // Without a fault, nobody sends the mail again while this node tries.
            await mine.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(mail => mail.DueAt, now + Lease)
                        .SetProperty(mail => mail.Fault, (MailFaultKind?)null)
                        .SetProperty(mail => mail.FaultDetail, (string?)null),
                cancellationToken
            );
            return claimed;
        }
    }
}
