namespace ConnectGate.People.Mail;

/// <summary>The mail worker takes mail that is due. While it sends, no other node takes the same.</summary>
public static class ClaimMail
{
    /// <summary>
    /// Takes the oldest that are due, for <see cref="Lease"/>. What became of each is told by <see cref="SettleMail"/>.
    /// </summary>
    /// <param name="AtMost">How many.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(int AtMost = 20) : ICommand<IReadOnlyList<Mail>>;

    /// <summary>A mail to send.</summary>
    /// <param name="Id">For the log and for <see cref="SettleMail"/>.</param>
    /// <param name="To">The address.</param>
    /// <param name="Subject">One line.</param>
    /// <param name="Body">Plain text.</param>
    /// <param name="UnsubscribeUrl">Where one click ends mail of this kind, if there is such a place.</param>
    /// <param name="WrittenAt">When it was written.</param>
    public sealed record Mail(
        long Id,
        string To,
        string Subject,
        string Body,
        string? UnsubscribeUrl,
        DateTime WrittenAt
    );

    /// <summary>How long a claim lasts: when a node dies while sending, another sends it after this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    internal sealed class Handler(ConnectGateContext context, Actor actor)
        : IRequestHandler<Command, Outcome<IReadOnlyList<Mail>>>
    {
        public async Task<Outcome<IReadOnlyList<Mail>>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var due = await context
                .OutgoingMail.AsNoTracking()
                .Where(mail => mail.DueAt <= now)
                .OrderBy(mail => mail.DueAt)
                .ThenBy(mail => mail.Id)
                .Take(command.AtMost)
                .ToListAsync(cancellationToken);

            // Of two nodes that saw the same row one changes it; the other finds that it is no longer due.
            var claimed = new List<Mail>();
            foreach (var mail in due)
            {
                if (
                    await context
                        .OutgoingMail.Where(waiting => waiting.Id == mail.Id && waiting.DueAt <= now)
                        .ExecuteUpdateAsync(
                            set => set.SetProperty(waiting => waiting.DueAt, now + Lease),
                            cancellationToken
                        ) == 1
                )
                {
                    claimed.Add(
                        new Mail(mail.Id, mail.To, mail.Subject, mail.Body, mail.UnsubscribeUrl, mail.WrittenAt)
                    );
                }
            }

            return claimed;
        }
    }
}
