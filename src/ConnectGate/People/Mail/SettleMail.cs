namespace ConnectGate.People.Mail;

/// <summary>
/// Records the result of a claimed mail. A sent mail is deleted. A failed one is tried again later, up to
/// <see cref="MostTries"/> tries.
/// </summary>
public static class SettleMail
{
    /// <param name="Id">The mail's id.</param>
    /// <param name="Sent">Whether the server accepted the mail.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(long Id, bool Sent) : ICommand<Receipt>;

    /// <param name="GivenUp">Whether the mail failed too often and was deleted.</param>
    public sealed record Receipt(bool GivenUp);

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
                // One minute, then twice as long each time: about eight hours altogether.
                mail.DueAt = actor.Now + TimeSpan.FromMinutes(Math.Pow(2, mail.FailedTries - 1));
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(givenUp);
        }
    }
}
