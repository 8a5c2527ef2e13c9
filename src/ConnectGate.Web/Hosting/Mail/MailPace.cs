namespace ConnectGate.Web.Hosting.Mail;

/// <summary>
/// Keeps to the mail server's limit in any minute. A tenth of it, and at least one mail, is kept for mail that a person
/// waits for. So a registration does not wait behind thousands of invitations.
/// </summary>
/// <param name="perMinute">Null for no limit.</param>
internal sealed class MailPace(int? perMinute, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly List<DateTimeOffset> _sent = [];

    /// <summary>Reserves as many mails as may be sent now.</summary>
    public Share Take(int wanted)
    {
        if (perMinute is not { } limit)
        {
            return new Share(wanted, AwaitedOnly: false);
        }

        var now = clock.GetUtcNow();
        _sent.RemoveAll(sent => sent <= now - Minute);
        var left = limit - _sent.Count;
        var forAll = left - (limit > 1 ? Math.Max(1, limit / 10) : 0);
        var share = new Share(Math.Min(wanted, forAll > 0 ? forAll : left), AwaitedOnly: forAll <= 0);
        _sent.AddRange(Enumerable.Repeat(now, share.Most));
        return share;
    }

    /// <summary>Gives back the part of the last share for which no mail waited.</summary>
    public void GiveBack(int unused)
    {
        if (perMinute is not null)
        {
            _sent.RemoveRange(_sent.Count - unused, unused);
        }
    }

    /// <param name="Most">0 where the minute's limit is reached.</param>
    /// <param name="AwaitedOnly">Whether only mail may be sent that a person waits for.</param>
    public readonly record struct Share(int Most, bool AwaitedOnly);
}
