using ConnectGate.Foundation;
using ConnectGate.People.Policy;
using Microsoft.Extensions.Options;

namespace ConnectGate.Ties.Meetings;

/// <summary>A member shows a code to somebody whom they meet.</summary>
public static class ShowCode
{
    /// <summary>What the current member shows, and what became of it.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <summary>The page of one's own code.</summary>
    /// <param name="Shown">The code that can be taken now; null where there is none.</param>
    /// <param name="TakenBy">Who took the last one, while no new one is shown.</param>
    /// <param name="PolicyIsClosed">Whether nobody can ask the current member now, whoever took their code: their
    /// policy is closed.</param>
    /// <param name="AwayUntil">The day, in UTC, from which they take letters again; null where they are not
    /// away.</param>
    public sealed record View(Code? Shown, Taker? TakenBy, bool PolicyIsClosed, DateOnly? AwayUntil);

    /// <summary>A code.</summary>
    /// <param name="Text">Its eight characters in two groups.</param>
    /// <param name="Link">The full address that opens it.</param>
    /// <param name="EndsAt">Until when it is good.</param>
    /// <param name="CanLastLonger">Whether it can be extended.</param>
    public sealed record Code(string Text, string Link, DateTime EndsAt, bool CanLastLonger);

    /// <summary>Who took a code.</summary>
    public sealed record Taker(string Handle, string DisplayName, DateTime At);

    /// <summary>
    /// Shows a new code, good for <see cref="Minutes"/> minutes and once; the one before is worth nothing from now on.
    /// Refused: <c>suspended</c>.
    /// </summary>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command : ICommand<Done>;

    /// <summary>How long a code is good for.</summary>
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
            var takenById = code?.TakenById;
            var taker = await context
                .Members.Where(member => member.Id == takenById)
                .Select(member => new { member.Handle, member.DisplayName })
                .SingleOrDefaultAsync(cancellationToken);
            return new View(
                code is not null && code.IsGood(now) && seal.Open(code.Sealed) is { } text
                    ? new Code(
                        text.ToString(),
                        site.Value.LinkTo($"met/{text.Value}"),
                        code.EndsAt,
                        code.CanLastLonger(now)
                    )
                    : null,
                taker is null ? null : new Taker(taker.Handle, taker.DisplayName, code!.TakenAt!.Value),
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
