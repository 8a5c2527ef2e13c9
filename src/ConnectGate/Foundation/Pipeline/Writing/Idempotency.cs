using System.Security.Cryptography;
using System.Text.Json;

namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// A form posted twice, or an API call repeated after a broken connection, gets the first one's outcome. Only successes
/// are kept, for <see cref="Kept"/>, by member and operation. The same key with another body is refused. It applies to
/// members' commands alone: the tries that the server counts, and a session that it starts, must not come from a store.
/// A new key costs no statement of its own: it is one of the <see cref="LastWrites"/>. Nobody looks for an earlier
/// outcome until the unique index refuses the key, or the command refuses to do the same again.
/// </summary>
internal sealed class Idempotency(ConnectGateContext context, Actor actor, LastWrites last)
{
    /// <summary>In characters; a longer key is ignored.</summary>
    public const int KeyLength = 80;

    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <param name="again">Whether the command ran already and met a conflict.</param>
    public async Task<TOutcome> OnceAsync<TCommand, TOutcome>(
        TCommand command,
        bool again,
        RequestHandlerDelegate<TOutcome> run,
        CancellationToken cancellationToken
    )
        where TCommand : IRequest<TOutcome>
        where TOutcome : IOutcome<TOutcome>
    {
        if (
            !Applies<TCommand>.Value
            || !actor.IsSignedIn
            || actor.IdempotencyKey is not { Length: > 0 and <= KeyLength } key
        )
        {
            return await run();
        }

        var now = actor.Now;
        var memberId = actor.Id;
        var operation = typeof(TCommand).FullName!.Replace("ConnectGate.", "", StringComparison.Ordinal);
        var body = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command)));

        if (again)
        {
            await ForgetAsync(now, cancellationToken);
            if (await EarlierAsync() is { } earlier)
            {
                return earlier;
            }
        }

        TOutcome outcome;
        try
        {
            outcome = await run();
        }
        catch (IllegalTransitionException)
        {
            if (await EarlierAsync() is { } quicker)
            {
                return quicker;
            }

            throw;
        }

        // The same form may have been sent twice at the same moment. Then the copy that got the lock first caused the
        // refusal.
        if (!outcome.Succeeded && await EarlierAsync() is { } meanwhile)
        {
            return meanwhile;
        }

        if (outcome.Succeeded)
        {
            var kept = JsonSerializer.Serialize(outcome.Value, TOutcome.ValueType);
            last.Add(
                $"""
                INSERT INTO "IdempotencyKeys" ("MemberId", "Operation", "Key", "Body", "Outcome", "At")
                VALUES ({memberId}, {operation}, {key}, {body}, {kept}, {UtcMicroseconds.Cut(now)})
                """
            );
        }

        return outcome;

        Task<TOutcome?> EarlierAsync() => KeptAsync<TOutcome>(operation, key, body, now, cancellationToken);
    }

    /// <summary>Deletes the outcomes that are older than <see cref="Kept"/>.</summary>
    public Task<int> ForgetAsync(DateTime now, CancellationToken cancellationToken)
    {
        var before = now - Kept;
        return context.IdempotencyKeys.Where(kept => kept.At < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static class Applies<TCommand>
    {
        public static readonly bool Value =
            DeclaredSenders<TCommand>.Value is not (Senders.Anybody or Senders.Server)
            && !typeof(IRunsEachTime).IsAssignableFrom(typeof(TCommand));
    }

    // The earlier outcome under the key; a refusal where the key came with another body; null where the key is new.
    private async Task<TOutcome?> KeptAsync<TOutcome>(
        string operation,
        string key,
        string body,
        DateTime now,
        CancellationToken cancellationToken
    )
        where TOutcome : IOutcome<TOutcome>
    {
        var (memberId, since) = (actor.Id, now - Kept);
        var kept = await context
            .IdempotencyKeys.AsNoTracking()
            .SingleOrDefaultAsync(
                kept => kept.MemberId == memberId && kept.Operation == operation && kept.Key == key && kept.At >= since,
                cancellationToken
            );
        return kept is null ? default
            : kept.Body == body ? TOutcome.Restored(JsonSerializer.Deserialize(kept.Outcome, TOutcome.ValueType))
            : TOutcome.Refused([new Refusal("idempotency-key-reused", "", Words.Of("idempotency-key-reused"))]);
    }
}

/// <summary>
/// A command that runs whatever its idempotency key, because its outcome can be a secret, which must not be stored.
/// </summary>
public interface IRunsEachTime;

/// <summary>A success, stored under the idempotency key of its request.</summary>
internal sealed class IdempotencyKey
{
    public long Id { get; private set; }
    public required long MemberId { get; init; }
    public required string Operation { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of the command, in hexadecimal.</summary>
    public required string Body { get; init; }

    public required string Outcome { get; init; }
    public required DateTime At { get; init; }
}
