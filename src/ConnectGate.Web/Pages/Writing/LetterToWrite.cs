namespace ConnectGate.Web.Pages.Writing;

/// <summary>The form of a letter, as the partial <c>_LetterForm</c> shows it.</summary>
/// <param name="Page">The page with the fields and the gate's view.</param>
/// <param name="Send">The words on the button that sends the letter.</param>
public sealed record LetterToWrite(WriteLetterModel Page, string Send)
{
    /// <summary>What follows after the letter is sent: its delivery, and the day on which no answer means no.</summary>
    public string? Dates { get; init; }

    /// <summary>
    /// The handle of the connection who will pass the letter on; null for a letter that goes straight.
    /// </summary>
    public string? Through { get; init; }

    /// <summary>The address of the link "Cancel"; null for none.</summary>
    public string? Back { get; init; }
}
