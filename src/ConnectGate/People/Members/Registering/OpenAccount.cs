using System.Globalization;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members.Registering;

/// <summary>An account that a confirmed registration became.</summary>
/// <param name="AccountId">Its key.</param>
/// <param name="Waits">Whether an administrator has to let the member in before they can sign in.</param>
public sealed record OpenedAccount(long AccountId, bool Waits);

/// <summary>
/// A proven registration becomes account and member in one transaction. Whether the address is admitted is asked again
/// here: the community may have changed its mind since the registration.
/// </summary>
internal static class OpenAccount
{
    /// <summary>A link that runs out, was used, or whose address has an account or is no longer admitted.</summary>
    public static Refusal LinkWorthless => new("link-worthless", "", Words.Of("link-worthless-confirm"));

    /// <summary>Opens it. Refused as <see cref="LinkWorthless"/>, or where the handle is taken.</summary>
    /// <param name="Token">Of the registration.</param>
    /// <param name="Handle">Another handle than the registered one; null keeps that.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(string Token, string? Handle) : ICommand<OpenedAccount>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines) =>
            RuleFor(command => command.Handle)
                .Custom(
                    (handle, context) =>
                    {
                        if (
                            handle is not null
                            && (People.Members.Handle.Check(handle) ?? lines.Read(handle, "handle")) is { } refusal
                        )
                        {
                            context.Refuse(refusal);
                        }
                    }
                );
    }

    internal sealed class Handler(
        ConnectGateContext context,
        UserManager<Account> accounts,
        Admission admission,
        IMediator mediator,
        Actor actor
    ) : IRequestHandler<Command, Outcome<OpenedAccount>>
    {
        public async Task<Outcome<OpenedAccount>> Handle(Command command, CancellationToken cancellationToken)
        {
            var registration = await context.Registrations.SingleOrDefaultAsync(
                waiting => waiting.Token == command.Token,
                cancellationToken
            );
            if (registration is null)
            {
                return Outcome<OpenedAccount>.Refused([LinkWorthless]);
            }

            var email = registration.NormalizedEmail;
            var admittance = await admission.OfAsync(email, cancellationToken);
            if (
                admittance == Admittance.None
                || await context.Users.AnyAsync(account => account.NormalizedEmail == email, cancellationToken)
            )
            {
                return Outcome<OpenedAccount>.Refused([LinkWorthless]);
            }

            var handle = People.Members.Handle.Of(command.Handle ?? registration.Handle)!.Value;
            if (await context.Members.AnyAsync(member => member.Handle == handle.Value, cancellationToken))
            {
                return Outcome<OpenedAccount>.Refused([People.Members.Handle.Taken]);
            }

            var account = await OpenAsync(registration, handle, admittance, cancellationToken);
            await mediator.Publish(new AddressConfirmed(account), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new OpenedAccount(account.Id, account.WaitsSince is not null);
        }

        private async Task<Account> OpenAsync(
            Registration registration,
            Handle handle,
            Admittance admittance,
            CancellationToken cancellationToken
        )
        {
            var now = actor.Now;
            var account = new Account
            {
                UserName = handle.Value,
                Email = registration.Email,
                EmailConfirmed = true,
                PasswordHash = registration.PasswordHash,
            };
            if (admittance == Admittance.Waits)
            {
                account.Wait(registration.Application, now);
            }

            (await accounts.CreateAsync(account)).OrRunAgain();
            var member = Member.Register(account.Id, handle, registration.DisplayName, registration.Digest, now);
            member.ReadIn(CultureInfo.GetCultureInfo(registration.PreferredLanguage), registration.TimeZone);
            context.Members.Add(member);
            await context.SaveChangesAsync(cancellationToken);
            return account;
        }
    }
}

/// <summary>
/// The proof of an address ends every registration of it: nothing that a stranger chose for it survives.
/// </summary>
internal sealed class EndRegistrations(ConnectGateContext context) : INotificationHandler<AddressConfirmed>
{
    public Task Handle(AddressConfirmed notification, CancellationToken cancellationToken)
    {
        var email = notification.Account.NormalizedEmail;
        return context
            .Registrations.Where(registration => registration.NormalizedEmail == email)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
