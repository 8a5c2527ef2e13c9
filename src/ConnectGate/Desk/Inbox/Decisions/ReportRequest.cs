using ConnectGate.Care.Moderation;
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
    /// <exception cref="IllegalTransitionException">The letter became a connection.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, ReportCategory? Category, string? Comment) : ICommand<Done>, IReport;

    internal sealed class Validator : ReportValidator<Command>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await letters.LockAsync(command.Id, now, cancellationToken) is not { } letter)
            {
                return Outcome<Done>.NotFound();
            }

            if (await context.Reports.AnyAsync(report => report.RequestId == letter.Id, cancellationToken))
            {
                return Outcome<Done>.Refused([new Refusal("already-reported", "", Words.Of("already-reported"))]);
            }

            if (letter.DeclineByReport(now))
            {
                await mediator.Publish(new AcceptanceOverruled(letter), cancellationToken);
            }

            await mediator.Publish(new RequestDeclined(letter, NowWithWords: false), cancellationToken);
            context.Reports.Add(
                new Report
                {
                    Case = await CaseFile.OpenAsync(context, letter.SenderId, now, cancellationToken),
                    ReporterId = actor.Id,
                    RequestId = letter.Id,
                    Category = command.Category!.Value,
                    Comment = VisibleText.Clean(command.Comment),
                    Evidence = (await Care.Moderation.Evidence.OfAsync(context, letter, cancellationToken)).ToJson(),
                    At = now,
                }
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
