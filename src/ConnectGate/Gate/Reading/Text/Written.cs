namespace ConnectGate.Gate.Reading.Text;

/// <summary>
/// What was written, and what the reading needs to know of the two: their names and lines say nothing when they stand
/// in a letter, since mail merge fills them in too.
/// </summary>
/// <param name="Note">The note, as typed.</param>
/// <param name="Beside">What stands beside it: the detail and the answers, by field.</param>
/// <param name="SenderName">Who writes.</param>
/// <param name="RecipientName">To whom.</param>
/// <param name="RecipientContext">The recipient's headline and the like; may be empty.</param>
/// <param name="Reason">The reason chosen; null where none was.</param>
/// <param name="OffersWelcome">Whether the recipient welcomes offers.</param>
/// <param name="JobsWelcome">Whether the recipient welcomes job enquiries.</param>
internal sealed record Written(
    string Note,
    IReadOnlyList<(string Field, string Text)> Beside,
    string SenderName,
    string RecipientName,
    string RecipientContext,
    Reason? Reason = null,
    bool OffersWelcome = false,
    bool JobsWelcome = false
)
{
    /// <summary>The field of the note.</summary>
    public const string NoteField = "note";

    /// <summary>Names and words of the two that a letter of anybody's could hold.</summary>
    public Given Given { get; } =
        new(
            [.. FoldedText.Of(SenderName).Words.Concat(FoldedText.Of(RecipientName).Words).Select(word => word.Text)],
            [.. FoldedText.Of(RecipientContext).Words.Select(word => word.Text)]
        );
}

/// <summary>Words that were given, not chosen.</summary>
/// <param name="Names">Of sender and recipient.</param>
/// <param name="Context">Of the recipient's lines about themself.</param>
internal sealed record Given(HashSet<string> Names, HashSet<string> Context);
