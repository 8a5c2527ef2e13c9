using ConnectGate.Foundation.Audit;
using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.Care.Moderation;

/// <summary>A moderator upholds a case and suspends its author.</summary>
public static class SuspendAuthor
{
    /// <summary>Refused: <c>own-case</c> where the moderator is involved (<see cref="CaseFile.IsOwnAsync"/>).</summary>
    /// <param name="Days">1 to <see cref="MostDays"/>; null for no end. Field <c>days</c>.</param>
    /// <param name="Reason">10 to 1,000 visible characters. The author reads it. Field <c>reason</c>.</param>
    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.SuspendedMember)]
    public sealed record Command(string Id, int? Days, string? Reason) : ICommand<CaseDecided>;

    /// <summary>The longest suspension that ends by itself, in days.</summary>
    public const int MostDays = 365;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Days)
                .InclusiveBetween(1, MostDays)
                .OverridePropertyName("days")
                .WithErrorCode("days-out-of-range")
                .WithMessage(_ => Words.Format("days-out-of-range", MostDays));
            RuleFor(command => command.Reason).Within(Suspension.ReasonLimit);
        }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, CaseFile cases, IMediator mediator)
        : IRequestHandler<Command, Outcome<CaseDecided>>
    {
        public async Task<Outcome<CaseDecided>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await cases.FindToDecideAsync(command.Id, cancellationToken) is not { } file)
            {
                return Outcome<CaseDecided>.NotFound();
            }

            if (await cases.IsOwnAsync(file, cancellationToken))
            {
                return Outcome<CaseDecided>.Refused(CaseFile.OwnCase);
            }

            var now = actor.Now;
            await cases.UpholdAsync(file, command.Reason!, now, cancellationToken);
            var suspension = new Suspension
            {
                MemberId = file.AuthorId,
                ModeratorId = actor.Id,
                From = now,
                Until = command.Days is { } days ? now.AddDays(days) : null,
                Reason = VisibleText.Clean(command.Reason),
            };
            context.Suspensions.Add(suspension);
            cases.Tell(file, AuditAct.SuspendedMember, command.Reason!);
            await mediator.Publish(new MemberSuspended(suspension), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return await cases.DecidedAsync(file, cancellationToken);
        }
    }
}
