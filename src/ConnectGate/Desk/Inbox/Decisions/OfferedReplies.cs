namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>
/// Words that a recipient may choose from when they decline with a reply, beside what they write themself.
/// </summary>
public static class OfferedReplies
{
    /// <summary>
    /// All of them: the words of their own policy, if it has any, then those that everybody is offered.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <summary>The words, in the reader's language.</summary>
    public sealed record View(IReadOnlyList<string> Texts);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken) =>
            new([
                .. await context
                    .Members.Where(member => member.Id == actor.Id && member.Policy.Text != "")
                    .Select(member => member.Policy.Text)
                    .ToListAsync(cancellationToken),
                actor.Say(Words.Of("offered-reply-met-in-person")),
                actor.Say(Words.Of("offered-reply-no-time")),
                actor.Say(Words.Of("offered-reply-not-my-field")),
                actor.Say(Words.Of("offered-reply-small-circle")),
            ]);
    }
}
