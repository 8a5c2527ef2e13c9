using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Rules;
using ConnectGate.People.Policy;

namespace ConnectGate.Gate;

/// <summary>One attempt to ask, as the rules judge it.</summary>
/// <param name="Questions">The recipient's questions; for a correction, their questions when the letter was
/// sent.</param>
/// <param name="Now">One instant for all rules.</param>
internal sealed record Attempt(
    Letter Letter,
    Member Sender,
    Member Recipient,
    IReadOnlyList<PolicyQuestion> Questions,
    DateTime Now
)
{
    /// <summary>
    /// The other terms of the recipient's policy; for a correction, the terms when the letter was sent.
    /// </summary>
    public LetterTerms Terms { get; init; } = Recipient.Policy.Terms;

    /// <summary>How the two know each other, as far as others confirm it.</summary>
    public Grounds Grounds { get; init; } = Grounds.None;

    /// <summary>
    /// The picked group; null where none was picked or the two are not confirmed to share it. See
    /// <see cref="SharedGroupRule"/>.
    /// </summary>
    public PickedGroup? Group { get; init; }

    /// <summary>
    /// The id of the request that already carries this letter, so that the letter does not block itself. 0 for a letter
    /// that is not sent yet.
    /// </summary>
    public long SentAs { get; init; }

    /// <summary>A new letter, under the recipient's present policy.</summary>
    public static Attempt ToSend(Letter letter, Member sender, Member recipient, DateTime now) =>
        new(letter, sender, recipient, recipient.Policy.Questions, now);

    private (Letter Letter, Member Sender, Member Recipient, NotePrint Print)? _print;

    /// <summary>
    /// The print by which the note is compared with letters to others. Three rules ask for it, so it is made once; a
    /// copy of the attempt with another letter or member makes its own.
    /// </summary>
    public NotePrint Print()
    {
        if (
            _print is not { } made
            || !ReferenceEquals(made.Letter, Letter)
            || !ReferenceEquals(made.Sender, Sender)
            || !ReferenceEquals(made.Recipient, Recipient)
        )
        {
            var names = Recipient.OtherNames.Select(name => name.Text);
            var print = NotePrint.Of(
                Letter.Note,
                Sender.DisplayName,
                [Recipient.DisplayName, Recipient.Handle, .. names],
                Recipient.Headline
            );
            _print = made = (Letter, Sender, Recipient, print);
        }

        return made.Print;
    }
}
