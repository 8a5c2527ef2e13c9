using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>A letter as its connector reads it, with the connector's answer.</summary>
public static class ViewAsk
{
    /// <summary>
    /// Null if the current member is not asked to pass the letter on, or if the time to do so is over.
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <param name="Id">The letter's public id.</param>
    /// <param name="Requester">The letter's sender.</param>
    /// <param name="Recipient">The member to whom the sender wants to be introduced.</param>
    /// <param name="Note">The sender's note.</param>
    /// <param name="Reason">The sender's reason.</param>
    /// <param name="ReasonDetail">The text that completes the reason.</param>
    /// <param name="Answers">The recipient's questions, with the sender's answers.</param>
    /// <param name="AskedAt">In UTC.</param>
    /// <param name="Until">The last moment to pass the letter on, in UTC.</param>
    /// <param name="Answer">Null until the connector answers.</param>
    /// <param name="Words">The connector's words to the recipient; null until the letter is passed on.</param>
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
        /// <summary>Whether the connector can still pass the letter on, or change the answer.</summary>
        public bool MayAnswer => Answer != ConnectorsAnswer.PassedOn;
    }

    /// <summary>The letter's sender or its recipient.</summary>
    public sealed record Party(string Handle, string DisplayName, string Headline);

    /// <summary>The question has the text that the sender saw when they answered.</summary>
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
