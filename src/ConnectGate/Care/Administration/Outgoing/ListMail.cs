using ConnectGate.Foundation.Audit;
using ConnectGate.People.Mail;

namespace ConnectGate.Care.Administration.Outgoing;

/// <summary>
/// The mail that is not sent yet, with its addresses and never a text. This is a command because the audit log records
/// the view.
/// </summary>
public static class ListMail
{
    /// <summary>One page, the newest mail first.</summary>
    /// <param name="Cursor">The position from the previous page; null for the first page.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ViewedMail)]
    public sealed record Command(Only Only = Only.Everything, string? Cursor = null) : ICommand<View>;

    /// <summary>Which mail a page shows.</summary>
    public enum Only
    {
        Everything,
        GivenUp,
        Failed,
        Waiting,
    }

    public enum State
    {
        /// <summary>It was not tried yet, or a node tries now.</summary>
        Waiting,

        /// <summary>It is tried again by itself.</summary>
        Failed,

        /// <summary>It is tried again only if an administrator asks.</summary>
        GivenUp,
    }

    /// <summary>The counts are those of all mail, whatever the page shows.</summary>
    public sealed record View(int Waiting, int Failed, int GivenUp, Page<Row> Page);

    /// <param name="Cause">In the reader's language; null where no try has failed.</param>
    /// <param name="FailedAt">The time of the last failed try; null where there is none.</param>
    /// <param name="NextTryAt">Null for mail that was given up.</param>
    public sealed record Row(
        long Id,
        string To,
        MailKind Kind,
        State State,
        string? Cause,
        int FailedTries,
        DateTime WrittenAt,
        DateTime? FailedAt,
        DateTime? NextTryAt
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor, AuditTrail trail, Cursors<Command> cursors)
        : IRequestHandler<Command, Outcome<View>>
    {
        public async Task<Outcome<View>> Handle(Command command, CancellationToken cancellationToken)
        {
            trail.Tell(AuditAct.ViewedMail);
            var mails = Chosen(command.Only);
            if (cursors.Read(command.Cursor) is { } after)
            {
                mails = mails.Where(mail => mail.Id < after.Id);
            }

            var found = await mails
                .OrderByDescending(mail => mail.Id)
                .Take(Page<Row>.Size + 1)
                .Select(mail => new
                {
                    mail.Id,
                    mail.To,
                    mail.Kind,
                    mail.Fault,
                    mail.FaultDetail,
                    mail.FailedTries,
                    mail.WrittenAt,
                    mail.FailedAt,
                    mail.DueAt,
                })
                .ToListAsync(cancellationToken);
            return new View(
                await Chosen(Only.Waiting).CountAsync(cancellationToken),
                await Chosen(Only.Failed).CountAsync(cancellationToken),
                await Chosen(Only.GivenUp).CountAsync(cancellationToken),
                cursors.Page(
                    found,
                    mail => new Cursor(mail.Id),
                    mail => new Row(
                        mail.Id,
                        mail.To,
                        mail.Kind,
                        mail.DueAt is null ? State.GivenUp
                            : mail.Fault is null ? State.Waiting
                            : State.Failed,
                        mail.Fault is { } fault ? actor.Say(new MailFault(fault, mail.FaultDetail).Wording) : null,
                        mail.FailedTries,
                        mail.WrittenAt,
                        mail.FailedAt,
                        mail.DueAt
                    )
                )
            );
        }

        private IQueryable<OutgoingMail> Chosen(Only only) =>
            only switch
            {
                Only.Waiting => context.OutgoingMail.Where(mail => mail.DueAt != null && mail.Fault == null),
                Only.Failed => context.OutgoingMail.Where(mail => mail.DueAt != null && mail.Fault != null),
                Only.GivenUp => context.OutgoingMail.Where(mail => mail.DueAt == null),
                _ => context.OutgoingMail,
            };
    }
}
