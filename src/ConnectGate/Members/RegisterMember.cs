using System.Text.Json.Serialization;
using ConnectGate.Accounts;
using ConnectGate.Data;
using ConnectGate.Shared;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Members;

/// <summary>
/// Somebody asks to become a member. The answer is the same whether the address is new, has an account or is not admitted; only its owner reads, in the
/// mail, which it was.
/// </summary>
public static class RegisterMember
{
    /// <summary>Makes account and member in one transaction, to be confirmed by the mailed link.</summary>
    /// <param name="Email">Where the link goes.</param>
    /// <param name="Password">See <see cref="PasswordRules"/>.</param>
    /// <param name="Handle">See <see cref="Members.Handle"/>; that one is taken may be told, handles are public.</param>
    /// <param name="DisplayName">The name that people know them by.</param>
    /// <param name="Digest">Must be chosen; nothing is preselected.</param>
    /// <param name="Network">The network address, for throttling.</param>
    public sealed record Command(
        string? Email, [property: JsonIgnore] string? Password, string? Handle, string? DisplayName, DigestFrequency? Digest, string Network) : ICommand<Done>
    {
        /// <summary>Why they want to join: up to 500 visible characters, kept only where an administrator is to decide. Field <c>application</c>.</summary>
        public string? Application { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines)
        {
            RuleFor(command => command.DisplayName).ForStrangers(Member.DisplayNameLimit, lines);
            RuleFor(command => command.Application).Within(Account.ApplicationLimit);
            RuleFor(command => command).Custom((command, context) =>
            {
                Add(context, Members.Handle.Check(command.Handle) ?? lines.Read(command.Handle, "handle"));
                Add(context, EmailAddress.Check(command.Email, "email"));
                Add(context, PasswordRules.Check(command.Password, "password", command.Email?.Split('@')[0], command.Handle, command.DisplayName));
                Add(context, command.Digest is null ? new Refusal("digest-missing", "digest", Words.Of("digest-missing")) : null);
            });
        }

        private static void Add(ValidationContext<Command> context, Refusal? refusal)
        {
            if (refusal is not null)
            {
                context.AddFailure(new ValidationFailure(refusal.Field, refusal.Message) { ErrorCode = refusal.Code });
            }
        }
    }

    internal sealed class Handler(
        ConnectGateContext context, UserManager<Account> accounts, Admission admission, AccountMail mail, Throttle throttle, TimeProvider clock)
        : IRequestHandler<Command, Outcome<Done>>, ISecondReading<Command>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var handle = Members.Handle.Of(request.Handle)!.Value;
            if (await TakenAsync(handle, cancellationToken) is { } taken)
            {
                return Outcome<Done>.Refused([taken]);
            }

            if (await throttle.TakeAsync(Bucket.Asking, request.Network, cancellationToken) is { } retryAt)
            {
                return Outcome<Done>.Refused([new Refusal("too-many-tries", "", Words.Format("too-many-tries", retryAt))]);
            }

            var account = new Account { UserName = handle.Value, Email = EmailAddress.Of(request.Email) };
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, request.Password!);
            await accounts.UpdateNormalizedEmailAsync(account);
            var known = await context.Users.SingleOrDefaultAsync(other => other.NormalizedEmail == account.NormalizedEmail, cancellationToken);
            var admittance = await admission.OfAsync(account.NormalizedEmail!, cancellationToken);
            var mayMail = await throttle.TakeAsync(Bucket.MailTo, account.NormalizedEmail!, cancellationToken) is null;
            if (known is null && admittance != Admittance.None)
            {
                await OpenAsync(account, handle, request, admittance, cancellationToken);
            }
            else
            {
                await throttle.TakeAsync(Bucket.ReservedHandle, handle.Value, cancellationToken);
            }

            if (mayMail)
            {
                await MailAsync(known, account, admittance, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken) =>
            Members.Handle.Of(command.Handle) is { } handle && await TakenAsync(handle, cancellationToken) is { } taken ? [taken] : [];

        private async Task<Refusal?> TakenAsync(Handle handle, CancellationToken cancellationToken)
        {
            var used = await context.Members.AnyAsync(member => member.Handle == handle.Value, cancellationToken);
            var reserved = await throttle.IsUsedUpAsync(Bucket.ReservedHandle, handle.Value, cancellationToken);
            return used || reserved ? new Refusal("handle-taken", "handle", Words.Of("handle-taken")) : null;
        }

        private async Task OpenAsync(Account account, Handle handle, Command request, Admittance admittance, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (admittance == Admittance.Waits)
            {
                account.Wait(request.Application, now);
            }

            (await accounts.CreateAsync(account)).OrRunAgain();
            context.Members.Add(Member.Register(account.Id, handle, request.DisplayName!, request.Digest!.Value, now));
            await context.SaveChangesAsync(cancellationToken);
        }

        private Task MailAsync(Account? known, Account account, Admittance admittance, CancellationToken cancellationToken) => (known, admittance) switch
        {
            ({ EmailConfirmed: true }, _) => mail.ThereIsAnAccountAsync(known, cancellationToken),
            (not null, _) => mail.ToConfirmAsync(known, cancellationToken),
            (null, Admittance.None) => mail.NotAdmittedAsync(account.Email!, cancellationToken),
            _ => mail.ToConfirmAsync(account, cancellationToken),
        };
    }
}
