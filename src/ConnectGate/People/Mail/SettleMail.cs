namespace ConnectGate.People.Mail;

/// <summary>
/// Records the result of a claimed mail. A sent mail is deleted. A failed one is tried again later, up to
/// <see cref="OutgoingMail.MostTries"/> tries.
/// </summary>
public static class SettleMail
{
    /// <param name="Id">The mail's id.</param>
    /// <param name="Fault">Null where the server accepted the mail.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(long Id, MailFault? Fault) : ICommand<Receipt>;

    /// <param name="GivenUp">Whether the mail failed too often and is not tried again by itself.</param>
    public sealed record Receipt(bool GivenUp);

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

            var givenUp = false;
            if (command.Fault is { } fault)
            {
                givenUp = mail.Fail(fault, actor.Now);
            }
            else
            {
                context.OutgoingMail.Remove(mail);
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(givenUp);
        }
    }
}
