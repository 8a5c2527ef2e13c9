using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Rules;
using ConnectGate.People.Policy;

namespace ConnectGate.Gate;

/// <summary>One try at asking: the letter, and between whom. What the rules judge.</summary>
/// <param name="Letter">What was typed.</param>
/// <param name="Sender">Who asks.</param>
/// <param name="Recipient">Who is asked.</param>
/// <param name="Questions">What the recipient asks; of a correction, what they asked when it was sent.</param>
/// <param name="Now">When; one instant for all rules.</param>
internal sealed record Attempt(
    Letter Letter,
    Member Sender,
    Member Recipient,
    IReadOnlyList<PolicyQuestion> Questions,
    DateTime Now
)
{
    /// <summary>
    /// What else the recipient's policy says of a letter; of a correction, what it said when it was sent.
    /// </summary>
    public LetterTerms Terms { get; init; } = Recipient.Policy.Terms;

    /// <summary>How the two know each other, as far as others say so.</summary>
    public Grounds Grounds { get; init; } = Grounds.None;

    /// <summary>
    /// The group that the letter picks, where both are confirmed to share it; see <see cref="SharedGroupRule"/>.
    /// </summary>
    public PickedGroup? Group { get; init; }

    /// <summary>
    /// Of a letter that is passed on, the request it was sent as: it does not stand in its own way. 0 for one that is
    /// not sent yet.
    /// </summary>
    public long SentAs { get; init; }

    /// <summary>A letter to send, under the recipient's policy of today.</summary>
    public static Attempt ToSend(Letter letter, Member sender, Member recipient, DateTime now) =>
        new(letter, sender, recipient, recipient.Policy.Questions, now);

    /// <summary>What the note would be recognised by in a letter to somebody else.</summary>
    public NotePrint Print() =>
        NotePrint.Of(
            Letter.Note,
            Sender.DisplayName,
            [Recipient.DisplayName, Recipient.Handle, .. Recipient.OtherNames.Select(name => name.Text)],
            Recipient.Headline
        );
}
