namespace ConnectGate.People.Mail;

/// <summary>
/// What became of a mail that was claimed: sent, and it goes; failed, and it is tried again later, some times.
/// </summary>
public static class SettleMail
{
    /// <summary>Settles it.</summary>
    /// <param name="Id">The mail's id.</param>
    /// <param name="Sent">Whether the server took it.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(long Id, bool Sent) : ICommand<Receipt>;

    /// <summary>What happens next.</summary>
    /// <param name="GivenUp">Whether it failed too often and is not tried again.</param>
    public sealed record Receipt(bool GivenUp);

    /// <summary>How often a mail is tried.</summary>
    public const int MostTries = 10;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await context.OutgoingMail.SingleOrDefaultAsync(waiting => waiting.Id == command.Id, cancellationToken)
                is not { } mail
            )
            {
                return Outcome<Receipt>.NotFound();
            }

            mail.FailedTries += command.Sent ? 0 : 1;
            var givenUp = mail.FailedTries >= MostTries;
            if (command.Sent || givenUp)
            {
                context.OutgoingMail.Remove(mail);
            }
            else
            {
                // One minute, then twice as long each time: some eight hours altogether.
                mail.DueAt = actor.Now + TimeSpan.FromMinutes(Math.Pow(2, mail.FailedTries - 1));
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(givenUp);
        }
    }
}
