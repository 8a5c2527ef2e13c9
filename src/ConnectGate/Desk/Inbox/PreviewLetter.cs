using ConnectGate.Gate;
using ConnectGate.Gate.Rules;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.References;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// A sender looks at a letter as its recipient will see it, before they send it. What only the recipient knows is left
/// out: their address book, their notes, earlier letters, and what others told them. Stores nothing.
/// </summary>
public static class PreviewLetter
{
    /// <summary>
    /// A new letter. Null if nobody has the handle, if the connector is not a connection of the sender, and if the note
    /// is blank or the reason is missing.
    /// </summary>
    /// <param name="Recipient">The recipient's handle.</param>
    /// <param name="Through">The handle of the connector; null for a direct letter.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Recipient, Letter Letter, string? Through = null) : IQuery<LetterView?>;

    /// <summary>The correction of a letter. Null if it is not the sender's, and as for a new letter.</summary>
    /// <param name="Id">The public id of the request.</param>
    [SentBy(Senders.Members)]
    public sealed record OfCorrection(string Id, Letter Letter) : IQuery<LetterView?>;

    internal sealed class Handler(
        ConnectGateContext context,
        AttemptReader attempts,
        LookUps lookUps,
        ProfileFields fields,
        Actor actor,
        IOptions<GateOptions> options
    ) : IRequestHandler<Query, LetterView?>, IRequestHandler<OfCorrection, LetterView?>
    {
        public async Task<LetterView?> Handle(Query query, CancellationToken cancellationToken)
        {
            var attempt = await attempts.ToSendAsync(
                query.Recipient,
                query.Through,
                query.Letter,
                actor.Now,
                cancellationToken
            );
            await lookUps.CountAsync(attempt, cancellationToken); // counted, because it names mutual connections
            return attempt is null ? null : await SeeAsync(attempt, cancellationToken);
        }

        public async Task<LetterView?> Handle(OfCorrection query, CancellationToken cancellationToken)
        {
            var sent = await context
                .Requests.AsNoTracking()
                .SingleOrDefaultAsync(
                    sent => sent.PublicId == query.Id && sent.SenderId == actor.Id,
                    cancellationToken
                );
            return sent is null
                ? null
                : await SeeAsync(
                    await attempts.ToCorrectAsync(sent, query.Letter, actor.Now, cancellationToken),
                    cancellationToken
                );
        }

        private async Task<LetterView?> SeeAsync(Attempt attempt, CancellationToken cancellationToken)
        {
            var (letter, now) = (attempt.Letter, attempt.Now);
            var (me, recipient) = (attempt.Sender, attempt.Recipient);
            if (letter.Reason is not { } reason || VisibleText.IsBlank(letter.Note))
            {
                return null;
            }

            var detail = VisibleText.Clean(letter.ReasonDetail);
            var common = await CommonGround.OfAsync(context, me.Id, recipient.Id, now, cancellationToken);
            return new LetterView
            {
                Id = "",
                State = LetterState.Waiting,
                Withdrawn = false,
                Note = VisibleText.Clean(letter.Note),
                Reason = reason,
                ReasonDetail = detail.Length > 0 ? detail : attempt.Group?.Name ?? "",
                Picked = attempt.Group is { } picked ? new LetterView.PickedGroup(picked.Name, Confirmed: true) : null,
                Introduction = null,
                Answers = [.. Answers(attempt)],
                SentAt = now,
                DeliveredAt = now + options.Value.DeliveredAfter,
                ExpiresAt = now + options.Value.ExpiresAfter,

                Sender = LetterView.SenderProfile.Of(me, await UpheldAsync(me.Id, now, cancellationToken), fields),
                MutualConnections = common.Mutual,
                References = new AskedAboutSender([], []),
                MetAt = attempt.Grounds.MetAt,
                SharedGroups = common.Groups,
                AddressBook = [],
                LikeNotesToOthers = null,
                EarlierLetters = [],
                NoteToSelf = "",

                Talk = null,
                Decision = LetterView.Decisions.None,
                MyPolicyText = "",
                MyBetterWays = [],
            };
        }

        private Task<int> UpheldAsync(long senderId, DateTime now, CancellationToken cancellationToken)
        {
            var aYearAgo = now.AddYears(-1);
            return context.Cases.CountAsync(
                file => file.AuthorId == senderId && file.Upheld == true && file.ClosedAt > aYearAgo,
                cancellationToken
            );
        }

        private static IEnumerable<LetterView.AnsweredQuestion> Answers(Attempt attempt) =>
            from question in attempt.Questions
            let answer = attempt.Letter.Answers?.FirstOrDefault(answer => answer.QuestionId == question.PublicId)
            select new LetterView.AnsweredQuestion(question.Text, VisibleText.Clean(answer?.Text));
    }
}
