using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Foundation.Portability;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Former;

/// <summary>The address, and every way to sign in.</summary>
internal sealed class AccountErasure(ConnectGateContext context, FormerNames names, Actor actor) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Account)] = "emptied; keeps keyed hashes of address and handle",
            [typeof(Session)] = "deleted",
            [typeof(IdentityUserPasskey<long>)] = "deleted",
            [typeof(IdentityUserToken<long>)] = "deleted",
            [typeof(IdentityUserClaim<long>)] = "deleted",
            [typeof(IdentityUserLogin<long>)] = "deleted",
            [typeof(Admitted)] = "the address is taken off the list; whom they admitted stays",
            [typeof(IdempotencyKey)] = "deleted",
        };

    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        var id = leaver.Id;
        await context.Sessions.Where(session => session.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await context
            .Set<IdentityUserPasskey<long>>()
            .Where(passkey => passkey.UserId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await context.UserTokens.Where(token => token.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await context.UserClaims.Where(claim => claim.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await context.UserLogins.Where(login => login.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await context
            .Admitted.Where(admitted => admitted.NormalizedEmail == leaver.NormalizedEmail)
            .ExecuteDeleteAsync(cancellationToken);
        await context.IdempotencyKeys.Where(key => key.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        var account = await context.Users.SingleAsync(account => account.Id == id, cancellationToken);
        account.Erase(
            leaver.FormerHandle,
            await names.OfAddressAsync(leaver.NormalizedEmail, cancellationToken),
            await names.OfHandleAsync(leaver.Handle, cancellationToken),
            actor.Now
        );
    }
}
