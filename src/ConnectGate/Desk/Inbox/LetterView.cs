using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// A letter as its recipient reads it, with what helps to answer "do I know this person?" and what can be decided.
/// </summary>
public sealed record LetterView
{
    // The letter itself.

    /// <summary>Its public id.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands.</summary>
    public required LetterState State { get; init; }

    /// <summary>
    /// Whether its sender withdrew it, whatever was decided; it stays for a time with a recipient who had opened it.
    /// </summary>
    public required bool Withdrawn { get; init; }

    /// <summary>The note, plain text.</summary>
    public required string Note { get; init; }

    /// <summary>Why they ask.</summary>
    public required Reason Reason { get; init; }

    /// <summary>What completes it.</summary>
    public required string ReasonDetail { get; init; }

    /// <summary>The group or gathering that completes the reason; null where it is the sender's claim.</summary>
    public required PickedGroup? Picked { get; init; }

    /// <summary>Who introduced its sender, and in what words; null where nobody did.</summary>
    public required IntroductionSeen? Introduction { get; init; }

    /// <summary>The recipient's questions as they stood, with the answers.</summary>
    public required IReadOnlyList<AnsweredQuestion> Answers { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>When it was delivered.</summary>
    public required DateTime DeliveredAt { get; init; }

    /// <summary>Until when it can be decided, and a decision changed.</summary>
    public required DateTime ExpiresAt { get; init; }

    // Do I know this person? One property a fact, in the order of the page.

    /// <summary>Who asks.</summary>
    public required SenderProfile Sender { get; init; }

    /// <summary>Whom the two both know and may know it of each other.</summary>
    public required MutualConnections.View MutualConnections { get; init; }

    /// <summary>Whom of them the recipient asked about the sender, with the answers, and whom they may ask.</summary>
    public required AskedAboutSender References { get; init; }

    /// <summary>
    /// When both had confirmed that they met. Where they had not, and the reason is having met, its sender says so.
    /// </summary>
    public required DateTime? MetAt { get; init; }

    /// <summary>Groups and gatherings on whose roster both are.</summary>
    public required IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; }

    /// <summary>
    /// Who in the address book that the recipient imported may be the sender, surest first, at most 3.
    /// </summary>
    public required IReadOnlyList<AddressBookMatch> AddressBook { get; init; }

    /// <summary>
    /// How much the note is like what the sender wrote to somebody else within a month of it; null where it is not.
    /// </summary>
    public required LikeNotes? LikeNotesToOthers { get; init; }

    /// <summary>Earlier letters between the two, newest first, at most <see cref="MostEarlierLetters"/>.</summary>
    public required IReadOnlyList<EarlierLetter> EarlierLetters { get; init; }

    /// <summary>What the recipient noted for themself about the sender; empty where nothing.</summary>
    public required string NoteToSelf { get; init; }

    // The decision.

    /// <summary>What the two wrote to each other before a decision; null where nothing.</summary>
    public required TalkView? Talk { get; init; }

    /// <summary>What was decided so far, and what can be.</summary>
    public required Decisions Decision { get; init; }

    /// <summary>The recipient's published words, to be offered as the words of a decline; may be empty.</summary>
    public required string MyPolicyText { get; init; }

    /// <summary>
    /// The recipient's better ways to reach them, those kept for declines included, to be offered with the words.
    /// </summary>
    public required IReadOnlyList<string> MyBetterWays { get; init; }

    /// <summary>The most earlier letters that are shown.</summary>
    public const int MostEarlierLetters = 20;

    /// <summary>A group that the sender picked among what both share.</summary>
    /// <param name="Name">Its name as it is now.</param>
    /// <param name="Confirmed">Whether it is confirmed that both belonged when it was sent: a moderator recognises the
    /// group.</param>
    public sealed record PickedGroup(string Name, bool Confirmed);

    /// <summary>A question as it was asked, and its answer.</summary>
    public sealed record AnsweredQuestion(string Question, string Answer);

    /// <summary>Who asks.</summary>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name as it is now.</param>
    /// <param name="NameWhenSent">Their name when they wrote, where it was another; else null.</param>
    /// <param name="NamesChangedSinceSending">Whether their name or other names changed after they wrote.</param>
    /// <param name="Headline">Their headline; may be empty.</param>
    /// <param name="About">Their text about themself; may be empty.</param>
    /// <param name="Languages">Languages they read, as BCP 47 tags.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="MemberSince">When they joined.</param>
    /// <param name="UpheldReportsInTheLastYear">How many cases about them were upheld within a year: the whole of their
    /// record.</param>
    public sealed record SenderProfile(
        string Handle,
        string DisplayName,
        string? NameWhenSent,
        bool NamesChangedSinceSending,
        string Headline,
        string About,
        IReadOnlyList<string> Languages,
        IReadOnlyList<string> OtherNames,
        DateTime MemberSince,
        int UpheldReportsInTheLastYear
    );

    /// <summary>
    /// An earlier letter between the two. Exactly one of the two states is there, as the reader can tell it.
    /// </summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="SentAt">When it was sent.</param>
    /// <param name="Note">The note.</param>
    /// <param name="StateOfMine">What the reader can tell of a letter that they sent.</param>
    /// <param name="StateOfTheirs">How a letter stands that the reader received.</param>
    public sealed record EarlierLetter(
        string Id,
        DateTime SentAt,
        string Note,
        SenderState? StateOfMine,
        LetterState? StateOfTheirs
    )
    {
        /// <summary>Whether the reader sent it.</summary>
        public bool SentByMe => StateOfMine is not null;
    }

    /// <summary>
    /// What was decided so far, and what can be decided now. A decision can be changed until
    /// <see cref="LetterView.ExpiresAt"/>.
    /// </summary>
    /// <param name="DecidedAt">When it was decided; null while it waits.</param>
    /// <param name="UndoUntil">Until when an acceptance can be undone, while it can.</param>
    /// <param name="Reply">The words that went out with a decline, if any; they can't be taken back.</param>
    /// <param name="ReplyChannel">The better way that went with them.</param>
    /// <param name="Reported">Whether the recipient reported it.</param>
    /// <param name="CanAccept">Whether it can be accepted now.</param>
    /// <param name="CanDecline">Whether it can be declined now, or the kind of a decline be changed.</param>
    /// <param name="CanReply">Whether words can go out with a decline.</param>
    /// <param name="CanReport">Whether it can be reported now.</param>
    /// <param name="CanUndo">Whether an acceptance can be undone now.</param>
    /// <param name="CanTalk">Whether the recipient can write to the sender now: to begin a talk, or in their
    /// turn.</param>
    public sealed record Decisions(
        DateTime? DecidedAt,
        DateTime? UndoUntil,
        string? Reply,
        string? ReplyChannel,
        bool Reported,
        bool CanAccept,
        bool CanDecline,
        bool CanReply,
        bool CanReport,
        bool CanUndo,
        bool CanTalk
    );
}

/// <summary>How much a note is like others that its sender wrote. Whom those went to is not told.</summary>
/// <param name="Share">About which share of the words the two have in common, from 0 to 1.</param>
/// <param name="Words">The same in words.</param>
public sealed record LikeNotes(double Share, string Words)
{
    /// <summary>Null for a note that is like no other.</summary>
    internal static LikeNotes? Of(double likeness, Actor actor) =>
        likeness < NotePrint.Alike
            ? null
            : new(
                Math.Round(likeness, 1),
                actor.Say(
                    Foundation.Text.Words.Of(
                        likeness switch
                        {
                            < 0.4 => "alike-a-third",
                            < 0.6 => "alike-half",
                            < 0.95 => "alike-most",
                            _ => "alike-all",
                        }
                    )
                )
            );
}
