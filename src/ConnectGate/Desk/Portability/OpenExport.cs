using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.Passwords;

namespace ConnectGate.Desk.Portability;

/// <summary>The current member downloads their export, after they entered their password again.</summary>
public static class OpenExport
{
    /// <summary>Null without a valid proof, and where there is nothing to download.</summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record Query([property: JsonIgnore] string? Proof) : IQuery<View?>;

    /// <param name="Size">In bytes.</param>
    /// <param name="AskedAt">In UTC.</param>
    /// <param name="Pieces">The file in pieces, each read when it is needed. Throws an <see cref="IOException"/> where
    /// a newer export has replaced the file meanwhile.</param>
    public sealed record View(long Size, DateTime AskedAt, IAsyncEnumerable<byte[]> Pieces);

    internal sealed class Handler(ConnectGateContext context, Actor actor, OwnAccount own)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            return
                await own.IsProvenAsync(query.Proof, cancellationToken)
                && await context
                    .Exports.AsNoTracking()
                    .SingleOrDefaultAsync(export => export.MemberId == me, cancellationToken)
                    is { Failed: false, OfferedUntil: { } until } export
                && until > now
                ? new View(export.Size, export.AskedAt, ReadAsync(export, cancellationToken))
                : null;
        }

        private async IAsyncEnumerable<byte[]> ReadAsync(
            Export export,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            for (var number = 0; number < export.Pieces; number++)
            {
                yield return await context
                    .ExportPieces.Where(piece => piece.MemberId == export.MemberId && piece.Number == number)
                    .Where(piece => context.Exports.Any(now => now.MemberId == piece.MemberId && now.Run == export.Run))
                    .Select(piece => piece.Bytes)
                    .SingleOrDefaultAsync(cancellationToken)
                    ?? throw new IOException("A newer export has replaced the file.");
            }
        }
    }
}
