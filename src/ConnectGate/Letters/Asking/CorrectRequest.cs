using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

/// <summary>Corrects a letter before its delivery. The gate judges the corrected letter again.</summary>
public static class CorrectRequest
{
    /// <summary>Replaces the whole letter. Not found if it is not the sender's.</summary>
    /// <param name="Id">The request's public id.</param>
    /// <param name="Letter">The whole letter. Its answers use the ids from <see cref="Query"/>.</param>
    /// <exception cref="IllegalTransitionException">The letter has been delivered.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, Letter Letter) : ICommand<SendRequest.Receipt>, IAsk;

    /// <summary>
    /// The letter for the form. The sender can correct it until <see cref="View.DeliverAt"/>. Null if it is not the
    /// sender's.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <param name="Id">The request's public id.</param>
    /// <param name="Questions">The recipient's questions as they were asked at sending.</param>
    /// <param name="MinimumNote">The least number of visible characters in the note, by the policy at sending.</param>
    /// <param name="DeliverAt">The end of the time in which the sender can correct it.</param>
    public sealed record View(
        string Id,
        string RecipientHandle,
        string RecipientName,
        Letter Letter,
        IReadOnlyList<Question> Questions,
        int MinimumNote,
        DateTime DeliverAt
    )
    {
        /// <summary>The groups and gatherings whose roster has both members.</summary>
        public IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; } = [];
    }

    /// <summary>A question as it was asked at sending, and the id for its answer.</summary>
    public sealed record Question(string Id, string Text);

    internal sealed class Validator(IOptions<GateOptions> options) : AskValidator<Command>(options);

    internal sealed class Handler(
        ConnectGateContext context,
        Gate.Gate gate,
        AttemptReader attempts,
        SentNotes notes,
        IMediator mediator,
        Actor actor,
        IOptions<GateOptions> options
    ) : IRequestHandler<Command, Outcome<SendRequest.Receipt>>, IRequestHandler<Query, View?>, ISecondReading<Command>
    {
        public async Task<Outcome<SendRequest.Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await MineAsync(command.Id, cancellationToken) is not { } sent)
            {
                return Outcome<SendRequest.Receipt>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, sent.SenderId, sent.RecipientId);
            var attempt = await attempts.ToCorrectAsync(sent, command.Letter, now, cancellationToken);
            var verdict = await gate.JudgeCorrectionAsync(attempt, cancellationToken);
            if (verdict.Admitted is not { } letter)
            {
                return verdict.NotAdmitted<SendRequest.Receipt>();
            }

            sent.Correct(letter, now);
            await mediator.Publish(new RequestCorrected(sent), cancellationToken);
            var same = await notes.SameAsync(sent, letter.Print, cancellationToken);
            if (same.Count > 0)
            {
                await mediator.Publish(new SameNoteSent(sent, same), cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            notes.Keep(sent, letter.Print);
            return new SendRequest.Receipt(
                sent.PublicId,
                sent.SeenBySender(now),
                sent.ChangeableUntil,
                sent.ExpiresAt,
                attempt.Recipient.DisplayName
            );
        }

        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await MineAsync(query.Id, cancellationToken) is not { } sent)
            {
                return null;
            }

            var recipient = await context
                .Members.AsNoTracking()
                .SingleAsync(member => member.Id == sent.RecipientId, cancellationToken);
            var picked = sent.GroupId is { } groupId
                ? await context.Groups.AsNoTracking().SingleAsync(group => group.Id == groupId, cancellationToken)
                : null;
            var letter = AttemptReader.LetterOf(sent) with { Group = picked?.PublicId };
            // A picked group stores its name as the detail, and the form shows the group instead.
            letter = picked?.Name == sent.ReasonDetail ? letter with { ReasonDetail = null } : letter;
            return new View(
                sent.PublicId,
                recipient.Handle,
                recipient.DisplayName,
                letter,
                [.. AttemptReader.QuestionsOf(sent).Select(question => new Question(question.PublicId, question.Text))],
                sent.SentUnder.LeastNote(options.Value.MinimumNote),
                sent.ChangeableUntil
            )
            {
                SharedGroups = (
                    await CommonGround.OfAsync(context, sent.SenderId, sent.RecipientId, actor.Now, cancellationToken)
                ).Groups,
            };
        }

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken)
        {
            if (await MineAsync(command.Id, cancellationToken) is not { } sent)
            {
                return [];
            }

            var attempt = await attempts.ToCorrectAsync(sent, command.Letter, actor.Now, cancellationToken);
            return (await gate.JudgeCorrectionAsync(attempt, cancellationToken)).Refusals;
        }

        private Task<ConnectionRequest?> MineAsync(string id, CancellationToken cancellationToken) =>
            context.Requests.SingleOrDefaultAsync(
                request => request.PublicId == id && request.SenderId == actor.Id,
                cancellationToken
            );
    }
}
