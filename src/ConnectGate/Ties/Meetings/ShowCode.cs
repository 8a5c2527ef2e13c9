using ConnectGate.Foundation;
using ConnectGate.People.Policy;
using Microsoft.Extensions.Options;

namespace ConnectGate.Ties.Meetings;

/// <summary>A member shows a code to a person whom they meet.</summary>
public static class ShowCode
{
    /// <summary>The current member's code.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <param name="Shown">Null if no code can be taken now.</param>
    /// <param name="PolicyIsClosed">Whether the current member's policy is closed. Then nobody can write to them, not
    /// even a member who took their code.</param>
    /// <param name="AwayUntil">The day, in UTC, from which the current member accepts letters again; null if they are
    /// not away.</param>
    public sealed record View(Code? Shown, bool PolicyIsClosed, DateOnly? AwayUntil);

    /// <param name="Text">Eight characters in two groups.</param>
    /// <param name="Link">The full address that opens the code.</param>
    /// <param name="EndsAt">In UTC.</param>
    /// <param name="CanLastLonger">Whether the owner can extend the code now.</param>
    public sealed record Code(string Text, string Link, DateTime EndsAt, bool CanLastLonger);

    /// <summary>
    /// Shows a new code. One member can take it within <see cref="Minutes"/> minutes. Nobody can take the earlier code
    /// from now on. Refusal: <c>suspended</c>.
    /// </summary>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command : ICommand<Done>;

    /// <summary>The life of a new code.</summary>
    public static int Minutes => (int)MeetingCode.LastsFor.TotalMinutes;

    internal sealed class Handler(
        ConnectGateContext context,
        CodeReader codes,
        CodeSeal seal,
        Actor actor,
        IOptions<SiteOptions> site
    ) : IRequestHandler<Query, View>, IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var policy = (
                await context.Members.AsNoTracking().SingleAsync(member => member.Id == me, cancellationToken)
            ).Policy;
            var code = await context
                .MeetingCodes.AsNoTracking()
                .SingleOrDefaultAsync(code => code.OwnerId == me, cancellationToken);
            return new View(
                code is not null && code.IsGood(now) && seal.Open(code.Sealed) is { } text
                    ? new Code(
                        text.ToString(),
                        site.Value.LinkTo($"met/{text.Value}"),
                        code.EndsAt,
                        code.CanLastLonger(now)
                    )
                    : null,
                policy.Kind == PolicyKind.Closed,
                policy.AwayAt(now)
            );
        }

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            await context.LockMembersAsync(cancellationToken, me);
            var text = CodeText.Next();
            while (await codes.FindAsync(text, cancellationToken) is not null)
            {
                text = CodeText.Next();
            }

            if (
                await context.MeetingCodes.SingleOrDefaultAsync(code => code.OwnerId == me, cancellationToken) is
                { } before
            )
            {
                before.ShowAnew(text, seal, now);
            }
            else
            {
                context.MeetingCodes.Add(MeetingCode.Of(me, text, seal, now));
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
