using System.Text.Json.Serialization;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// Helps a member who lost their address and, with it, every way to reset their password. They proved to the
/// administrator who they are. The new address gets a link, and the old one a warning. Nothing changes until the link
/// is opened: then its reader chooses a new password, and the address is theirs. A second factor stays.
/// </summary>
public static class MoveAddress
{
    /// <summary>
    /// Not found where there is no such member. Refused where the address is malformed, where it has an account, and
    /// for one's own account, which has a page of its own under Settings.
    /// </summary>
    /// <param name="Member">Their handle or old address.</param>
    /// <param name="Email">The new address. Field <c>email</c>.</param>
    /// <param name="Proof">From <see cref="ReenterPassword"/>; null on the server.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.MovedAddress)]
    public sealed record Command(string Member, string? Email, [property: JsonIgnore] string? Proof = null)
        : ICommand<Done>,
            IChangesSignIn;

    internal sealed class Handler(
        ConnectGateContext context,
        NamedMembers members,
        NewAddress newAddress,
        AccountMail mail,
        Actor actor,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        private const string Field = "email";

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await members.FindAsync(command.Member, cancellationToken) is not { Account: var account })
            {
                return Outcome<Done>.NotFound();
            }

            if (account.Id == actor.Sender)
            {
                return Outcome<Done>.Refused([new Refusal("own-address", Field, Words.Of("own-address"))]);
            }

            if (EmailAddress.Of(command.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(command.Email, Field)!]);
            }

            if (await newAddress.IsTakenAsync(email, cancellationToken))
            {
                return Outcome<Done>.Refused([new Refusal("address-taken", Field, Words.Of("address-taken"))]);
            }

            trail.Tell(AuditAct.MovedAddress, subjectId: account.Id);
            await mail.ToMoveAddressAsync(account, email, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
