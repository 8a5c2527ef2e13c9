namespace ConnectGate.Web.Pages;

/// <summary>The question before an act that is hard to undo, as the partial <c>_Confirmation</c> shows it.</summary>
/// <param name="Title">The question, which is also the page's title.</param>
/// <param name="Act">The words on the button.</param>
/// <param name="Back">The address that leads away without the act.</param>
public sealed record Confirmation(string Title, string Act, string Back)
{
    /// <summary>What will happen, and who learns of it.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>The words of the link back; "Cancel" where null.</summary>
    public string? Keep { get; init; }

    /// <summary>A post that the act is about.</summary>
    public string? Quote { get; init; }

    /// <summary>The note of a letter that the act is about.</summary>
    public string? Note { get; init; }
}
