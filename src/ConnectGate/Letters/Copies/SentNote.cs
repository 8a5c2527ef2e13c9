using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Copies;

/// <summary>
/// The print of a sent note, used to recognise copies. It is deleted with its request, or when it is too old to matter.
/// </summary>
internal sealed class SentNote
{
    private SentNote() { }

    public long RequestId { get; private set; }
    public ConnectionRequest Request { get; private set; } = null!;
    public long SenderId { get; private set; }
    public DateTime SentAt { get; private set; }

    /// <summary>The print's pairs, as bytes (<see cref="NotePrint.ToBytes"/>).</summary>
    public byte[] Pairs { get; private set; } = [];

    public IReadOnlyList<SentNoteKey> Keys { get; private set; } = [];

    public static SentNote Of(ConnectionRequest request, NotePrint print) =>
        new()
        {
            RequestId = request.Id,
            Request = request,
            SenderId = request.SenderId,
            SentAt = request.SentAt,
            Pairs = print.ToBytes(),
            Keys =
            [
                .. print.Keys.Select(key => new SentNoteKey
                {
                    Key = key,
                    SenderId = request.SenderId,
                    RecipientId = request.RecipientId,
                    SentAt = request.SentAt,
                }),
            ],
        };
}

/// <summary>
/// A search key of a sent note. It repeats every column that the search filters by, so that the index alone answers the
/// search.
/// </summary>
internal sealed class SentNoteKey
{
    public long RequestId { get; private set; }
    public required long Key { get; init; }
    public required long SenderId { get; init; }
    public required long RecipientId { get; init; }
    public required DateTime SentAt { get; init; }
}
