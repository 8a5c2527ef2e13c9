namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>Texts that a recipient can choose for a decline with a reply, instead of writing one.</summary>
public static class OfferedReplies
{
    /// <summary>The texts of the member's own policy come first, then those for all members.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <summary>The texts are in the reader's language.</summary>
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
