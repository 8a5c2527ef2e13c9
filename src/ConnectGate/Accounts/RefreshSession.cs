using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Accounts;

/// <summary>A program trades its refresh token for new tokens. Each is good once; a used one shown again was copied by somebody, and ends the session.</summary>
public static class RefreshSession
{
    /// <summary>Takes the token.</summary>
    /// <param name="SessionId">From the token.</param>
    /// <param name="Generation">From the token.</param>
    public sealed record Command(string SessionId, int Generation) : ICommand<Refreshed>;

    /// <summary>How it came out; a success either way, so that the ended session is committed.</summary>
    /// <param name="Generation">Of the new token; null where there is none to have.</param>
    public sealed record Refreshed(int? Generation);

    internal sealed class Handler(ConnectGateContext context, TimeProvider clock) : IRequestHandler<Command, Outcome<Refreshed>>
    {
        public async Task<Outcome<Refreshed>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var renewed = await context.Sessions
                .Where(session => session.PublicId == request.SessionId && session.Kind == SessionKind.Bearer && session.RefreshGeneration == request.Generation
                    && session.LastSeenAt > now - Session.IdleTime && session.StartedAt > now - Session.LifeTime)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(session => session.RefreshGeneration, request.Generation + 1).SetProperty(session => session.LastSeenAt, now),
                    cancellationToken);
            if (renewed == 1)
            {
                return new Refreshed(request.Generation + 1);
            }

            await context.Sessions.Where(session => session.PublicId == request.SessionId && session.Kind == SessionKind.Bearer)
                .ExecuteDeleteAsync(cancellationToken);
            return new Refreshed(null);
        }
    }
}
