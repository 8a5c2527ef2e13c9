using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.SigningIn;

namespace ConnectGate.People.Accounts.Sessions;

/// <param name="Id">The content of the cookie or token.</param>
/// <param name="AccountId">The session's account.</param>
/// <param name="DeviceTicket">
/// Kept by the browser. It identifies the owner's device while somebody else guesses passwords.
/// </param>
public sealed record StartedSession(string Id, long AccountId, string DeviceTicket);

/// <summary>Starts a session for somebody who proved who they are.</summary>
internal static class StartSession
{
    /// <summary>Not found where the account changed since the proof. Refused where the code is wrong.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Stamp">The account's security stamp when the first factor was checked.</param>
    /// <param name="Origin">The network and device.</param>
    /// <param name="Code">The second factor; null where the account has none.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(long AccountId, string Stamp, Origin Origin, ShownCode? Code)
        : ICommand<StartedSession>;

    internal sealed class Handler(ConnectGateContext context, SecondFactor secondFactor, SessionRows sessions)
        : IRequestHandler<Command, Outcome<StartedSession>>
    {
        public async Task<Outcome<StartedSession>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await context.Users.SingleOrDefaultAsync(
                account => account.Id == command.AccountId,
                cancellationToken
            );
            if (
                account is not { IsIn: true }
                || account.SecurityStamp != command.Stamp
                || (account.TwoFactorEnabled && command.Code is null)
            )
            {
                return Outcome<StartedSession>.NotFound();
            }

            if (account.TwoFactorEnabled && !await secondFactor.AcceptsAsync(account, command.Code!, cancellationToken))
            {
                return Outcome<StartedSession>.Refused([new Refusal("code-wrong", "code", Words.Of("code-wrong"))]);
            }

            return await sessions.StartAsync(account, command.Origin, account.TwoFactorEnabled, cancellationToken);
        }
    }
}

internal sealed class SessionRows(ConnectGateContext context, KnownDevices devices, Throttle throttle, Actor actor)
{
    /// <summary>In characters; a longer description is cut.</summary>
    private const int DeviceLength = 100;

    /// <summary>Saves a new session and deletes the account's ended ones.</summary>
    public async Task<StartedSession> StartAsync(
        Account account,
        Origin origin,
        bool secondFactor,
        CancellationToken cancellationToken
    )
    {
        var now = actor.Now;
        await context
            .Sessions.Where(session =>
                session.AccountId == account.Id
                && (session.LastSeenAt < now - Session.IdleTime || session.StartedAt < now - Session.LifeTime)
            )
            .ExecuteDeleteAsync(cancellationToken);
        await throttle.SweepAsync(cancellationToken);
        var device = VisibleText.Clean(origin.Device).ReplaceLineEndings(" ");
        var session = new Session
        {
            PublicId = PublicId.Next(),
            AccountId = account.Id,
            Kind = origin.Kind,
            Device = device.Length <= DeviceLength ? device : device[..DeviceLength],
            SecondFactor = secondFactor,
            StartedAt = now,
            LastSeenAt = now,
        };
        context.Sessions.Add(session);
        await context.SaveChangesAsync(cancellationToken);
        return new StartedSession(session.PublicId, account.Id, devices.TicketFor(account, origin.DeviceTicket));
    }

    /// <summary>Ends every session of the account except one; null ends all.</summary>
    public Task EndAllAsync(long accountId, string? except, CancellationToken cancellationToken) =>
        context
            .Sessions.Where(session => session.AccountId == accountId && session.PublicId != except)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>Records that this session has shown a second factor.</summary>
    public Task ShowedSecondFactorAsync(long accountId, string? sessionId, CancellationToken cancellationToken) =>
        context
            .Sessions.Where(session => session.AccountId == accountId && session.PublicId == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecondFactor, true), cancellationToken);
}
