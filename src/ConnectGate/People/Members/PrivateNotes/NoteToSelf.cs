namespace ConnectGate.People.Members.PrivateNotes;

/// <summary>A member's private note about another; nobody else ever sees it.</summary>
internal sealed class NoteToSelf
{
    public static readonly TextLimit Limit = new("note-to-self", 0, 2_000);

    public long Id { get; private set; }
    public required long OwnerId { get; init; }
    public required long AboutId { get; init; }
    public required string Text { get; set; }
    public required DateTime ChangedAt { get; set; }
}
