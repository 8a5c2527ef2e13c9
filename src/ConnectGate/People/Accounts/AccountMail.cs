using System.Globalization;
using ConnectGate.Foundation;
using Microsoft.Extensions.Options;

namespace ConnectGate.People.Accounts;

/// <summary>
/// The mails about an account. Each names the community and says what to do if one did not ask for it. An
/// address without a member gets it in the language of who asked for the mail.
/// </summary>
internal sealed class AccountMail(IMediator mediator, Tickets tickets, IOptions<SiteOptions> site, Actor actor)
{
    /// <summary>The link to one registration, which has no account yet.</summary>
    public Task ToConfirmAsync(string email, string token, CancellationToken cancellationToken) =>
        SendAsync(
            email,
            "confirm",
            cancellationToken,
            Link("account/confirm", tickets.Make(TicketPurpose.ConfirmEmail, 0, token, Tickets.ToConfirm))
        );

    /// <summary>Somebody, perhaps the owner, tried to register the address again.</summary>
    public Task ThereIsAnAccountAsync(Account account, CancellationToken cancellationToken) =>
        SendAsync(
            account.Email!,
            "there-is-an-account",
            cancellationToken,
            Link("account/sign-in"),
            Link("account/forgot")
        );

    public Task NotAdmittedAsync(string email, CancellationToken cancellationToken) =>
        SendAsync(email, "not-admitted", cancellationToken);

    /// <summary>
    /// An administrator put the address on the list. The community invites, not a person, and in its default language:
    /// that of the invited person is not known.
    /// </summary>
    public Task InvitedAsync(string email, CancellationToken cancellationToken) =>
        WriteAsync(email, "invited", otherwise: null, cancellationToken, Link("account/register"));

    public Task LetInAsync(string email, CancellationToken cancellationToken) =>
        SendAsync(email, "let-in", cancellationToken, Link("account/sign-in"));

    /// <summary>The last mail to who is not let in: the account is gone.</summary>
    public Task NotLetInAsync(string email, CancellationToken cancellationToken) =>
        SendAsync(email, "not-let-in", cancellationToken);

    public Task ToResetAsync(Account account, CancellationToken cancellationToken) =>
        SendAsync(
            account.Email!,
            "reset",
            cancellationToken,
            Link(
                "account/reset",
                tickets.Make(TicketPurpose.ResetPassword, account.Id, account.SecurityStamp!, Tickets.ToReset)
            )
        );

    /// <summary>Somebody asked to reset the password of an address without an account.</summary>
    public Task NoAccountAsync(string email, CancellationToken cancellationToken) =>
        SendAsync(email, "no-account", cancellationToken, Link("account/register"));

    public Task ToChangeAddressAsync(Account account, string newEmail, CancellationToken cancellationToken) =>
        SendAsync(
            newEmail,
            "change-address",
            cancellationToken,
            Link(
                "account/confirm-address",
                tickets.Make(
                    TicketPurpose.ChangeAddress,
                    account.Id,
                    account.SecurityStamp!,
                    Tickets.ToChangeAddress,
                    newEmail
                )
            )
        );

    /// <summary>Tells the owner of a change to what they sign in with.</summary>
    /// <param name="email">The address as it was before the change.</param>
    /// <param name="change">What changed: <c>password</c>, <c>address</c>, <c>second-factor-on</c>,
    /// <c>second-factor-off</c>, <c>recovery-codes</c>, <c>passkey-added</c>, <c>passkey-removed</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task ChangedAsync(string email, string change, CancellationToken cancellationToken) =>
        SendAsync(email, "changed", cancellationToken, Words.Of($"changed-{change}"), Link("account/forgot"));

    private Task SendAsync(string to, string mail, CancellationToken cancellationToken, params object[] values) =>
        WriteAsync(to, mail, actor.Language, cancellationToken, values);

    private Task WriteAsync(
        string to,
        string mail,
        CultureInfo? otherwise,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        object[] places = [site.Value.Name, .. values];
        return mediator.Publish(
            new AccountMailWritten(
                to,
                Words.Format($"mail-{mail}-subject", places),
                Words.Format($"mail-{mail}-body", places),
                otherwise
            ),
            cancellationToken
        );
    }

    private string Link(string path, string? code = null) =>
        site.Value.LinkTo(code is null ? path : $"{path}?code={code}");
}
