using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

/// <summary>A sender corrects a letter before it is delivered; it goes through the gate again.</summary>
public static class CorrectRequest
{
    /// <summary>Replaces what the letter says. Not found where it is not the sender's.</summary>
    /// <param name="Id">The request's public id.</param>
    /// <param name="Letter">The whole letter; answers by the ids that <see cref="Query"/> gives.</param>
    /// <exception cref="IllegalTransitionException">It has been delivered.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, Letter Letter) : ICommand<SendRequest.Receipt>, IAsk;

    /// <summary>
    /// The letter as it stands, to be corrected until its <see cref="View.DeliverAt"/>. Null where it is not the
    /// sender's.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <summary>What the form begins with.</summary>
    /// <param name="Id">The request's public id.</param>
    /// <param name="RecipientHandle">The recipient's handle.</param>
    /// <param name="RecipientName">Their name.</param>
    /// <param name="Letter">What it says.</param>
    /// <param name="Questions">The recipient's questions, as they were asked.</param>
    /// <param name="MinimumNote">The least visible characters of the note, by the policy under which it was
    /// sent.</param>
    /// <param name="DeliverAt">Until then it can be corrected.</param>
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
        /// <summary>What the two share.</summary>
        public IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; } = [];
    }

    /// <summary>A question as it was asked, and the id its corrected answer goes by.</summary>
    public sealed record Question(string Id, string Text);

    internal sealed class Validator(IOptions<GateOptions> options) : AskValidator<Command>(options);

    internal sealed class Handler(
        ConnectGateContext context,
        Gate.Gate gate,
        AttemptReader attempts,
        SentNotes notes,
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
            var verdict = await JudgeAsync(sent, command.Letter, now, cancellationToken);
            if (verdict.Admitted is not { } letter)
            {
                return Outcome<SendRequest.Receipt>.Refused(verdict.Refusals);
            }

            sent.Correct(letter, now);
            await notes.ReplaceAsync(sent, letter.Print, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new SendRequest.Receipt(sent.PublicId, sent.SeenBySender(now), sent.ChangeableUntil, sent.ExpiresAt);
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
            // The group's name takes the place of a detail.
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
                SharedGroups = await SharedContext.OfAsync(
                    context,
                    sent.SenderId,
                    sent.RecipientId,
                    actor.Now,
                    cancellationToken
                ),
            };
        }

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken) =>
            await MineAsync(command.Id, cancellationToken) is { } sent
                ? (await JudgeAsync(sent, command.Letter, actor.Now, cancellationToken)).Refusals
                : [];

        private Task<ConnectionRequest?> MineAsync(string id, CancellationToken cancellationToken) =>
            context.Requests.SingleOrDefaultAsync(
                query => query.PublicId == id && query.SenderId == actor.Id,
                cancellationToken
            );

        private async Task<Verdict> JudgeAsync(
            ConnectionRequest sent,
            Letter letter,
            DateTime now,
            CancellationToken cancellationToken
        ) =>
            await gate.JudgeCorrectionAsync(
                await attempts.ToCorrectAsync(sent, letter, now, cancellationToken),
                cancellationToken
            );
    }
}
