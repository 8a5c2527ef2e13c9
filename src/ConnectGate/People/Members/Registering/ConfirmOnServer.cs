using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members.Registering;

/// <summary>
/// A script on the server, such as the demo, confirms an address without a mailed link. No page or API sends this.
/// </summary>
public static class ConfirmOnServer
{
    /// <summary>
    /// Confirms the latest registration of the address. Gives the account's key; not found where no registration waits.
    /// </summary>
    [SentBy(Senders.Server)]
    public sealed record Command(string Email) : ICommand<long>;

    internal sealed class Handler(
        ConnectGateContext context,
        ILookupNormalizer normalizer,
        IMediator mediator,
        Actor actor
    ) : IRequestHandler<Command, Outcome<long>>
    {
        public async Task<Outcome<long>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = normalizer.NormalizeEmail(command.Email);
            var token = await context
                .Registrations.WhoWait(actor.Now)
                .Where(registration => registration.NormalizedEmail == email)
                .OrderByDescending(registration => registration.Id)
                .Select(registration => registration.Token)
                .FirstOrDefaultAsync(cancellationToken);
            if (token is null)
            {
                return Outcome<long>.NotFound();
            }

            var opened = await mediator.Send(new OpenAccount.Command(token, null), cancellationToken);
            return opened.Succeeded ? opened.Value.AccountId : Outcome<long>.Refused(opened.Refusals);
        }
    }
}
