using ConnectGate.Data;
using ConnectGate.Members;
using ConnectGate.Shared;
using FluentValidation;
using MediatR;

namespace ConnectGate.Moderation;

/// <summary>A moderator does not follow the reports of a case.</summary>
public static class DismissCase
{
    /// <summary>Closes it. Not found for who may not moderate; <c>own-case</c> for who is its author or reported in it.</summary>
    /// <param name="Id">The case's public id.</param>
    /// <param name="Reason">Why: 10 to 1,000 visible characters, for the log. Field <c>reason</c>.</param>
    /// <exception cref="IllegalTransitionException">It is decided already.</exception>
    public sealed record Command(string Id, string? Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).Within(Suspension.ReasonLimit);
    }

    internal sealed class Handler(ConnectGateContext context, ICurrentMember currentMember, CaseFile cases, TimeProvider clock)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await cases.FindToDecideAsync(request.Id, cancellationToken) is not { } file)
            {
                return Outcome<Done>.NotFound();
            }

            if (await cases.IsOwnAsync(file, cancellationToken))
            {
                return Outcome<Done>.Refused(CaseFile.OwnCase);
            }

            var now = clock.GetUtcNow().UtcDateTime;
            file.Close(upheld: false, currentMember.Id, request.Reason!, now);
            context.Audit.Add(cases.Entry(file, AuditAct.DismissedCase, request.Reason!, now));
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
