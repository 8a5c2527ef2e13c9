namespace ConnectGate.Desk.Inbox.FirstSteps;

/// <summary>
/// What a new member does first: say who they are, join a group, find somebody they know. A step goes when it is done
/// or skipped, and all go <see cref="ShownFor"/> after the member joined.
/// </summary>
public static class ViewFirstSteps
{
    /// <summary>A member who has been here longer needs no first steps.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromDays(30);

    /// <summary>The steps that are left, in their order.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<IReadOnlyList<FirstStep>>;

    internal sealed class Handler(ConnectGateContext context, Actor actor)
        : IRequestHandler<Query, IReadOnlyList<FirstStep>>
    {
        public async Task<IReadOnlyList<FirstStep>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, since) = (actor.Id, actor.Now - ShownFor);
            var found = await context
                .Members.Where(member => member.Id == me && member.JoinedAt > since)
                .Select(member => new
                {
                    member.SkippedSteps,
                    Described = member.Headline != "" || member.About != "",
                    Joined = context.Memberships.Any(membership => membership.MemberId == me),
                    Asked = context.Requests.Any(request => request.SenderId == me),
                    Connected = context.Connections.Any(one => one.LowId == me || one.HighId == me),
                })
                .SingleOrDefaultAsync(cancellationToken);
            return found is null
                ? []
                :
                [
                    .. Enum.GetValues<FirstStep>()
                        .Except(found.SkippedSteps)
                        .Where(step =>
                            step switch
                            {
                                FirstStep.SayWhoYouAre => !found.Described,
                                FirstStep.JoinAGroup => !found.Joined,
                                _ => !found.Asked && !found.Connected,
                            }
                        ),
                ];
        }
    }
}
