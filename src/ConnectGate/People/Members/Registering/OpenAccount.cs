using System.Globalization;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Members.Deletion;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members.Registering;

/// <summary>The account of a confirmed registration.</summary>
/// <param name="AccountId">The account's key.</param>
/// <param name="Waits">Whether an administrator must approve the account before the member can sign in.</param>
public sealed record OpenedAccount(long AccountId, bool Waits);

/// <summary>
/// Turns a proven registration into an account and a member, in one transaction. It checks again whether the address is
/// admitted, because the community may have changed its rules since the registration.
/// </summary>
internal static class OpenAccount
{
    /// <summary>
    /// For a link that has expired or was used, and for an address that has an account or is no longer admitted.
    /// </summary>
    public static Refusal LinkWorthless => new("link-worthless", "", Words.Of("link-worthless-confirm"));

    /// <summary>Refused as <see cref="LinkWorthless"/>, or where the handle is taken.</summary>
    /// <param name="Token">Of the registration.</param>
    /// <param name="Handle">Replaces the registered handle; null keeps it.</param>
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
        FormerMembers former,
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
            if (
                await context.Members.AnyAsync(member => member.Handle == handle.Value, cancellationToken)
                || await former.HadHandleAsync(handle.Value, email, cancellationToken)
            )
            {
                return Outcome<OpenedAccount>.Refused([People.Members.Handle.Taken]);
            }

            var account = await OpenAsync(registration, handle, admittance, cancellationToken);
            await mediator.Publish(new AddressConfirmed(account), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            await former.BindAsync(account.Id, email, cancellationToken);
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
            var admitted = await context.Admitted.SingleOrDefaultAsync(
                one => one.NormalizedEmail == registration.NormalizedEmail,
                cancellationToken
            );
            var account = new Account
            {
                UserName = handle.Value,
                Email = registration.Email,
                EmailConfirmed = true,
                LetInById = admitted?.ById,
                PasswordHash = registration.PasswordHash,
            };
            await DescribeAsync(account, admitted, cancellationToken);
            if (admittance == Admittance.Waits)
            {
                account.Wait(registration.Application, now);
            }

            (await accounts.CreateAsync(account)).OrRunAgain();
            var member = Member.Register(account.Id, handle, registration.DisplayName, registration.Digest, now);
            member.ReadIn(CultureInfo.GetCultureInfo(registration.PreferredLanguage), registration.TimeZone, now);
            context.Members.Add(member);
            await context.SaveChangesAsync(cancellationToken);
            return account;
        }

        // What an import said about the invitation. Another member may have its outside id by now.
        private async Task DescribeAsync(Account account, Admitted? admitted, CancellationToken cancellationToken)
        {
            var taken =
                admitted?.OutsideId is { } id
                && await context.Users.AnyAsync(other => other.OutsideId == id, cancellationToken);
            account.Describe(taken ? null : admitted?.OutsideId, admitted?.ExpiresOn);
        }
    }
}

/// <summary>
/// Ends every registration of an address once the address is proven. So nothing that a stranger chose for it survives.
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
