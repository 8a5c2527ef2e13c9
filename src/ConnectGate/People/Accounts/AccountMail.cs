using System.Globalization;
using ConnectGate.Foundation;
using ConnectGate.People.Accounts.Admissions;
using Microsoft.Extensions.Options;

namespace ConnectGate.People.Accounts;

/// <summary>
/// The mails about an account. Each names the community and says what to do if the reader did not ask for it. An
/// address without a member gets the mail in the language of the person who caused it.
/// </summary>
internal sealed class AccountMail(IMediator mediator, Tickets tickets, IOptions<SiteOptions> site, Actor actor)
{
    /// <summary>The answer to a registration, which only the owner of the address reads.</summary>
    /// <param name="known">The account of the address; null for none.</param>
    /// <param name="token">Of the registration.</param>
    public Task OfRegistrationAsync(
        Account? known,
        string email,
        string token,
        Admittance admittance,
        CancellationToken cancellationToken
    ) =>
        (known, admittance) switch
        {
            (not null, _) => ThereIsAnAccountAsync(known, cancellationToken),
            (null, Admittance.None) => NotAdmittedAsync(email, cancellationToken),
            _ => ToConfirmAsync(email, token, cancellationToken),
        };

    /// <summary>Links to one registration, which has no account yet.</summary>
    public Task ToConfirmAsync(string email, string token, CancellationToken cancellationToken) =>
        SendAsync(
            email,
            "confirm",
            cancellationToken,
            Link("account/confirm", tickets.Make(TicketPurpose.ConfirmEmail, 0, token, Tickets.ToConfirm))
        );

    /// <summary>Sent when somebody, perhaps the owner, tries to register the address again.</summary>
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
    /// Sent when an administrator adds the address to the list. The community invites, not a person. The mail is in the
    /// default language, because the invited person's language is unknown.
    /// </summary>
    public Task InvitedAsync(string email, CancellationToken cancellationToken) =>
        WriteAsync(email, "invited", otherwise: null, isAwaited: false, cancellationToken, Link("account/register"));

    public Task LetInAsync(string email, CancellationToken cancellationToken) =>
        SendAsync(email, "let-in", cancellationToken, Link("account/sign-in"));

    /// <summary>The last mail to a refused applicant, whose account is deleted.</summary>
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

    /// <summary>Sent when somebody asks to reset the password of an address without an account.</summary>
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

    /// <summary>
    /// An administrator gives the account to a new address, whose reader chooses a new password. The old address gets a
    /// warning.
    /// </summary>
    public async Task ToMoveAddressAsync(Account account, string newEmail, CancellationToken cancellationToken)
    {
        var link = tickets.Make(
            TicketPurpose.ResetPassword,
            account.Id,
            account.SecurityStamp!,
            Tickets.ToChangeAddress,
            newEmail
        );
        await SendAsync(newEmail, "move-address", cancellationToken, Link("account/reset", link));
        await SendAsync(account.Email!, "moving-address", cancellationToken);
    }

    public Task LapsedAsync(string email, CancellationToken cancellationToken) =>
        WriteAsync(email, "lapsed", actor.Language, isAwaited: false, cancellationToken);

    public Task RenewedAsync(string email, CancellationToken cancellationToken) =>
        WriteAsync(email, "renewed", actor.Language, isAwaited: false, cancellationToken, Link("account/sign-in"));

    /// <param name="removed">Whether an administrator removed the member, who cannot take that back.</param>
    public Task LeavesAsync(Account account, bool removed, CancellationToken cancellationToken) =>
        SendAsync(
            account.Email!,
            removed ? "removed" : "leaves",
            cancellationToken,
            account.LeavesAt!,
            Link("account/sign-in")
        );

    public Task StaysAsync(string email, CancellationToken cancellationToken) =>
        SendAsync(email, "stays", cancellationToken, Link("account/sign-in"));

    /// <summary>Reports a change of the sign-in to the account's owner.</summary>
    /// <param name="email">The address as it was before the change.</param>
    /// <param name="change">
    /// The change: <c>password</c>, <c>address</c>, <c>second-factor-on</c>, <c>second-factor-off</c>,
    /// <c>recovery-codes</c>, <c>passkey-added</c>, <c>passkey-removed</c>.
    /// </param>
    public Task ChangedAsync(string email, string change, CancellationToken cancellationToken) =>
        SendAsync(email, "changed", cancellationToken, Words.Of($"changed-{change}"), Link("account/forgot"));

    private Task SendAsync(string to, string mail, CancellationToken cancellationToken, params object[] values) =>
        WriteAsync(to, mail, actor.Language, isAwaited: true, cancellationToken, values);

    private Task WriteAsync(
        string to,
        string mail,
        CultureInfo? otherwise,
        bool isAwaited,
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
                otherwise,
                isAwaited
            ),
            cancellationToken
        );
    }

    private string Link(string path, string? code = null) =>
        site.Value.LinkTo(code is null ? path : $"{path}?code={code}");
}
