using System.Collections.Concurrent;
using ConnectGate.Shared;

namespace ConnectGate.Groups;

/// <summary>A bare count of wrong codes that a member tried in this process, so that nobody finds a group by trying. Kept in memory, like the gate's counts.</summary>
internal sealed class CodeGuesses(TimeProvider clock)
{
    /// <summary>How many wrong codes within <see cref="Window"/> a member may try.</summary>
    public const int Most = 20;

    /// <summary>The window of the count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<long, (DateTime Since, int Count)> _wrong = new();

    /// <summary>A refusal where the member tried too many; asked before a code is looked up.</summary>
    public Refusal? TooMany(long memberId) =>
        _wrong.TryGetValue(memberId, out var wrong) && wrong.Count >= Most && wrong.Since + Window is var free && free > clock.GetUtcNow().UtcDateTime
            ? new Refusal("too-many-join-codes", "code", Words.Format("too-many-join-codes", free))
            : null;

    /// <summary>Counts one wrong code; gives what to say to it.</summary>
    public Refusal Wrong(long memberId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (old, _) in _wrong.Where(wrong => wrong.Value.Since + Window <= now))
        {
            _wrong.TryRemove(old, out _);
        }

        _wrong.AddOrUpdate(memberId, _ => (now, 1), (_, wrong) => (wrong.Since, wrong.Count + 1));
        return new Refusal("join-code-wrong", "code", Words.Of("join-code-wrong"));
    }
}
