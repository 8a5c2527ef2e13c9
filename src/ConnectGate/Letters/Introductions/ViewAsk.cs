using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>A letter as its connector reads it, and what they made of it.</summary>
public static class ViewAsk
{
    /// <summary>Null where the current member is not asked to pass it on, or its time with them is over.</summary>
    /// <param name="Id">The letter's public id.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <summary>What the connector sees.</summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Requester">Who asks.</param>
    /// <param name="Recipient">To whom they want to be introduced.</param>
    /// <param name="Note">The note.</param>
    /// <param name="Reason">Why they ask.</param>
    /// <param name="ReasonDetail">What completes it.</param>
    /// <param name="Answers">The recipient's questions, with the answers.</param>
    /// <param name="AskedAt">When.</param>
    /// <param name="Until">Until when it can be passed on.</param>
    /// <param name="Answer">What they answered; null where not yet.</param>
    /// <param name="Words">What they passed it on with.</param>
    public sealed record View(
        string Id,
        Party Requester,
        Party Recipient,
        string Note,
        Reason Reason,
        string ReasonDetail,
        IReadOnlyList<AnsweredQuestion> Answers,
        DateTime AskedAt,
        DateTime Until,
        ConnectorsAnswer? Answer,
        string? Words
    )
    {
        /// <summary>Whether it can be passed on, or the answer changed.</summary>
        public bool MayAnswer => Answer != ConnectorsAnswer.PassedOn;
    }

    /// <summary>One of the two.</summary>
    public sealed record Party(string Handle, string DisplayName, string Headline);

    /// <summary>A question as it was asked, and its answer.</summary>
    public sealed record AnsweredQuestion(string Question, string Answer);

    internal sealed class Handler(ConnectGateContext context, Asks asks, Actor actor, IOptions<GateOptions> options)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await (
                from asked in asks.OfMe(actor.Now)
                where asked.Request.PublicId == query.Id
                join requester in context.Members on asked.Request.SenderId equals requester.Id
                join recipient in context.Members on asked.Request.RecipientId equals recipient.Id
                select new
                {
                    asked,
                    asked.Request,
                    Requester = new Party(requester.Handle, requester.DisplayName, requester.Headline),
                    Recipient = new Party(recipient.Handle, recipient.DisplayName, recipient.Headline),
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken);
            return found is null
                ? null
                : new View(
                    found.Request.PublicId,
                    found.Requester,
                    found.Recipient,
                    found.Request.Note.Text,
                    found.Request.Reason,
                    found.Request.ReasonDetail,
                    [.. found.Request.Answers.Select(answer => new AnsweredQuestion(answer.Question, answer.Text))],
                    found.asked.AskedAt,
                    found.asked.AskedAt + options.Value.PassedOnWithin,
                    found.asked.Answer,
                    found.asked.Words
                );
        }
    }
}
