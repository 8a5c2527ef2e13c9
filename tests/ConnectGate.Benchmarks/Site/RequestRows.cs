using Microsoft.Data.Sqlite;

namespace ConnectGate.Benchmarks.Site;

/// <summary>
/// Adds a request with all rows that belong to it: its print, its notifications, and a connection's rows.
/// </summary>
internal sealed class RequestRows : IDisposable
{
    // A print keeps so many keys of a note of usual length.
    private const int KeysOfANote = 8;

    private static readonly TimeSpan GraceAndDelivery = TimeSpan.FromMinutes(15);

    private readonly DateTime _now;
    private readonly Random _chance;
    private readonly Dictionary<string, LikeRow> _requests;
    private readonly LikeRow _prints,
        _keys,
        _arrived,
        _connected,
        _connections,
        _conversations,
        _messages;
    private readonly byte[] _print = new byte[100];
    private long _next = Scale.FirstRequest,
        _nextMessage = Scale.FirstRequest;

    public RequestRows(SqliteConnection connection, DateTime now, Random chance)
    {
        (_now, _chance) = (now, chance);
        _requests = "Waiting Accepted DeclinedNotNow DeclinedForGood Expired Withdrawn"
            .Split(' ')
            .ToDictionary(
                state => state,
                state => new LikeRow(
                    connection,
                    "Requests",
                    $"State = '{state}' AND IntroducedById IS NULL",
                    "Id PublicId SenderId RecipientId LowId HighId Note Reason ReasonDetail Answers GroupId MetAt "
                        + "MetLongAgo IsVouchedFor SentAt ChangeableUntil DeliverAt ExpiresAt OpenedAt DecidedAt "
                        + "GraceEndsAt"
                ),
                StringComparer.Ordinal
            );
        _prints = new(connection, "SentNotes", "1 = 1", "RequestId SenderId SentAt Pairs");
        _keys = new(connection, "SentNoteKeys", "1 = 1", "RequestId Key SenderId RecipientId SentAt");
        _arrived = Told(connection, "LetterArrived");
        _connected = Told(connection, "Connected");
        _connections = new(
            connection,
            "Connections",
            "NamedFrom IS NOT NULL AND IntroducedById IS NULL",
            "Id LowId HighId AskedById RequestId Note Reason ReasonDetail ValidFrom NamedFrom"
        );
        _conversations = new(connection, "Conversations", "1 = 1", "Id LowId HighId LowReadUpTo HighReadUpTo");
        _messages = new(
            connection,
            "Messages",
            "Kind = 'Note'",
            "Id PublicId ConversationId AuthorId Text WrittenAt VisibleFrom Kind RequestId"
        );
    }

    public long Requests => _next - Scale.FirstRequest;

    /// <summary>All rows added.</summary>
    public long Count => All.Sum(rows => rows.Count);

    private IEnumerable<LikeRow> All =>
        [.. _requests.Values, _prints, _keys, _arrived, _connected, _connections, _conversations, _messages];

    /// <param name="pair">The two members of the request.</param>
    /// <param name="state">Of the request.</param>
    /// <param name="days">The time since it was sent.</param>
    public void Add((long Sender, long Recipient) pair, string state, double days)
    {
        var id = _next++;
        var sent = _now.AddDays(-days);
        var delivered = SqliteFile.Time(sent.AddMinutes(5));
        var isDecided = state is "Accepted" or "DeclinedNotNow" or "DeclinedForGood";
        var decided = isDecided ? SqliteFile.Time(sent.AddHours(12)) : null;
        var isOpened = isDecided || id % 2 == 0;
        var (low, high) = (Math.Min(pair.Sender, pair.Recipient), Math.Max(pair.Sender, pair.Recipient));
        var note = People.Note(id, _chance);
        _requests[state]
            .Add(
                id,
                Scale.PublicIdOf('R', id),
                pair.Sender,
                pair.Recipient,
                low,
                high,
                note,
                "YourWork",
                "Your survey of the bay",
                "[]",
                null,
                null,
                0,
                0,
                SqliteFile.Time(sent),
                delivered,
                delivered,
                SqliteFile.Time(sent.AddDays(60)),
                isOpened ? SqliteFile.Time(sent.AddHours(11)) : null,
                decided,
                state == "Accepted" ? SqliteFile.Time(sent.AddHours(12) + GraceAndDelivery) : null
            );
        _arrived.Add(
            id * 2,
            pair.Recipient,
            pair.Sender,
            Scale.PublicIdOf('R', id),
            delivered,
            isOpened ? delivered : null
        );
        if (days < 180)
        {
            AddPrint(id, pair, SqliteFile.Time(sent));
        }

        if (state == "Accepted")
        {
            Connect(id, pair, low, high, note, sent.AddHours(12) + GraceAndDelivery);
        }
    }

    public void Dispose()
    {
        foreach (var rows in All)
        {
            rows.Dispose();
        }
    }

    private void AddPrint(long id, (long Sender, long Recipient) pair, string sent)
    {
        _chance.NextBytes(_print);
        _prints.Add(id, pair.Sender, sent, _print);
        for (var i = 0; i < KeysOfANote; i++)
        {
            _keys.Add(id, _chance.NextInt64(), pair.Sender, pair.Recipient, sent);
        }
    }

    private void Connect(long id, (long Sender, long Recipient) pair, long low, long high, string note, DateTime from)
    {
        var since = SqliteFile.Time(from);
        _connections.Add(id, low, high, pair.Sender, id, note, "YourWork", "Your survey of the bay", since, since);
        _connected.Add(id * 2 + 1, pair.Sender, pair.Recipient, Scale.PublicIdOf('R', id), since, since);
        Say(pair.Sender, note, "Note");
        Say(pair.Recipient, "Good to hear from you. I have time on Thursday.", "Answer");
        Say(pair.Sender, "Thursday is good. I will send you the two tables.", "Written");
        _conversations.Add(id, low, high, _nextMessage, _nextMessage);

        void Say(long author, string text, string kind)
        {
            var message = _nextMessage++;
            _messages.Add(message, Scale.PublicIdOf('M', message), id, author, text, since, since, kind, id);
        }
    }

    private static LikeRow Told(SqliteConnection connection, string kind) =>
        new(connection, "Notifications", $"Kind = '{kind}'", "Id MemberId ActorId Subject VisibleFrom ReadAt");
}
