using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>The recipient reports a letter to the moderators.</summary>
public static class ReportRequest
{
    /// <summary>
    /// Declines for good, silently. Opens the case on the letter's author or joins the open one, with the letter as
    /// evidence. Not found where the current member cannot open the letter. Refused: <c>already-reported</c>,
    /// <c>category-missing</c>, <c>comment-too-long</c>.
    /// </summary>
    /// <param name="Comment">Optional.</param>
    /// <param name="AgainOf">The handle of a blocked member who might be behind the account; optional.</param>
    /// <exception cref="IllegalTransitionException">The letter became a connection.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, ReportCategory? Category, string? Comment, string? AgainOf = null)
        : ICommand<Done>,
            IReport;

    internal sealed class Validator : ReportValidator<Command>;

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        LettersToMe letters,
        Filing filing,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await letters.LockAsync(command.Id, now, cancellationToken) is not { } letter)
            {
                return Outcome<Done>.NotFound();
            }

            if (await context.Reports.OfLetter(letter.Id).AnyAsync(cancellationToken))
            {
                return Outcome<Done>.Refused([Filing.AlreadyReported]);
            }

            if (letter.DeclineByReport(now))
            {
                await mediator.Publish(new AcceptanceOverruled(letter), cancellationToken);
            }

            await mediator.Publish(new RequestDeclined(letter, NowWithWords: false), cancellationToken);
            var author = await context.Members.SingleAsync(member => member.Id == letter.SenderId, cancellationToken);
            return await filing.FileAsync(
                ReportedKind.Letter,
                new ReportableText(
                    letter.Id,
                    author,
                    await Care.Moderation.Evidence.OfAsync(context, letter, cancellationToken)
                ),
                command,
                cancellationToken
            );
        }
    }
}
