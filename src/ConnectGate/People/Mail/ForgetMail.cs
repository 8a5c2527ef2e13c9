namespace ConnectGate.People.Mail;

/// <summary>Deletes the mail that was given up long ago. A worker sends it every hour.</summary>
public static class ForgetMail
{
    [SentBy(Senders.Server)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var before = actor.Now - OutgoingMail.GivenUpStays;
            await context
                .OutgoingMail.Where(mail => mail.DueAt == null && mail.FailedAt <= before)
                .ExecuteDeleteAsync(cancellationToken);
            return default(Done);
        }
    }
}
