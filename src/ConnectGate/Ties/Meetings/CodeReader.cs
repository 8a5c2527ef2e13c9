using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Reads a code that somebody opened or typed, and says what keeps it from being taken. What would give something away
/// reads like a code that there is not: a block between the two, a suspension of its owner.
/// </summary>
internal sealed class CodeReader(ConnectGateContext context, CodeSeal seal, CodeTries tries, Actor actor)
{
    /// <summary>The field of what is wrong with a code.</summary>
    public const string Field = "code";

    /// <summary>What the current member learns of a code: the row, or why not. A try that finds none counts.</summary>
    public async Task<(MeetingCode? Code, Refusal? Refusal)> ReadAsync(
        string? typed,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (CodeText.Of(typed) is not { } text)
        {
            return (null, Refused("code-malformed"));
        }

        if (tries.Take(actor.Id) is { } tooMany)
        {
            return (null, tooMany);
        }

        var code = await FindAsync(text, cancellationToken);
        var refusal = code is null ? Unknown() : await AgainstAsync(code, now, cancellationToken);
        if (refusal?.Code != UnknownCode)
        {
            tries.GiveBack(actor.Id);
        }

        return (code, refusal);
    }

    /// <summary>The row of exactly this code.</summary>
    public async Task<MeetingCode?> FindAsync(CodeText text, CancellationToken cancellationToken)
    {
        var alike = await context
            .MeetingCodes.AsNoTracking()
            .Where(code => code.Selector == text.Selector)
            .ToListAsync(cancellationToken);
        return alike.Find(code => seal.Open(code.Sealed) == text);
    }

    /// <summary>What the current member is told who would take it; null where they may, or did already.</summary>
    public async Task<Refusal?> AgainstAsync(MeetingCode code, DateTime now, CancellationToken cancellationToken)
    {
        var (me, owner) = (actor.Id, code.OwnerId);
        var blocked = await context.Blocks.Between(me, owner).AnyAsync(cancellationToken);
        var suspended = await context
            .Suspensions.InForce(now)
            .Where(suspension => suspension.MemberId == me || suspension.MemberId == owner)
            .Select(suspension => suspension.MemberId)
            .ToListAsync(cancellationToken);
        if (blocked || (suspended.Contains(owner) && owner != me))
        {
            return Unknown();
        }

        return owner == me ? Refused("own-code")
            : code.TakenById == me ? null
            : code.TakenById is not null ? Refused("code-used")
            : now >= code.EndsAt ? Refused("code-over")
            : suspended.Contains(me) ? Suspension.Refusal
            : null;
    }

    private const string UnknownCode = "code-unknown";

    /// <summary>There is no such code.</summary>
    public static Refusal Unknown() => Refused(UnknownCode);

    private static Refusal Refused(string code) => new(code, Field, Words.Of(code));
}
