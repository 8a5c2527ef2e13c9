namespace ConnectGate.Letters.Talks;

/// <summary>The talk about a letter, as its sender sees it.</summary>
public static class ViewTalk
{
    /// <summary>Null if the letter is not the current member's own, or if its recipient never wrote.</summary>
    /// <param name="Id">The letter's public id.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<TalkView?>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, TalkView?>
    {
        public async Task<TalkView?> Handle(Query query, CancellationToken cancellationToken)
        {
            var letter = await context
                .Requests.AsNoTracking()
                .SingleOrDefaultAsync(
                    letter => letter.PublicId == query.Id && letter.SenderId == actor.Id,
                    cancellationToken
                );
            return letter is null ? null : await TalkView.ForSenderAsync(context, letter, actor.Now, cancellationToken);
        }
    }
}
