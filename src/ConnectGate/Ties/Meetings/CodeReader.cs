using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Finds a code that a member typed or opened, and gives the refusal if the member cannot take it. A block that shows,
/// or the absence of the owner, gives the same refusal as a code that does not exist. Any other refusal would reveal
/// the block or the absence.
/// </summary>
internal sealed class CodeReader(ConnectGateContext context, CodeSeal seal, CodeTries tries, Actor actor)
{
    /// <summary>The form field of every refusal about a code.</summary>
    public const string Field = "code";

    /// <summary>
    /// The refusal is null if the member may take the code, or took it already. An unknown code counts as a wrong try;
    /// a malformed one does not.
    /// </summary>
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

    /// <summary>Null if no row has exactly this code.</summary>
    public async Task<MeetingCode?> FindAsync(CodeText text, CancellationToken cancellationToken)
    {
        var alike = await context
            .MeetingCodes.AsNoTracking()
            .Where(code => code.Selector == text.Selector)
            .ToListAsync(cancellationToken);
        return alike.Find(code => seal.Open(code.Sealed) == text);
    }

    /// <summary>The refusal for the current member; null if they may take the code, or took it already.</summary>
    public async Task<Refusal?> AgainstAsync(MeetingCode code, DateTime now, CancellationToken cancellationToken)
    {
        var (me, owner) = (actor.Id, code.OwnerId);
        var blocked = await context.Blocks.ShownTo(me, now).ContainsAsync(owner, cancellationToken);
        var absent = await context
            .Absent(now)
            .Where(one => one.MemberId == me || one.MemberId == owner)
            .Select(one => one.MemberId)
            .ToListAsync(cancellationToken);
        if (blocked || (absent.Contains(owner) && owner != me))
        {
            return Unknown();
        }

        return owner == me ? Refused("own-code")
            : code.TakenById == me ? null
            : code.TakenById is not null ? Refused("code-used")
            : now >= code.EndsAt ? Refused("code-over")
            : absent.Contains(me) ? Suspension.Refusal
            : null;
    }

    private const string UnknownCode = "code-unknown";

    /// <summary>The refusal of a code that does not exist, or that must look as if it did not.</summary>
    public static Refusal Unknown() => Refused(UnknownCode);

    private static Refusal Refused(string code) => new(code, Field, Words.Of(code));
}
