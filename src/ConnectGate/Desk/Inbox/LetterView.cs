using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// A letter as its recipient reads it, with facts that help to answer "do I know this person?" and the possible
/// decisions.
/// </summary>
public sealed record LetterView
{
    // The letter itself.

    public required string Id { get; init; }

    public required LetterState State { get; init; }

    /// <summary>
    /// True after a withdrawal, whatever the decision was. A recipient who had opened the letter can still read it for
    /// a time.
    /// </summary>
    public required bool Withdrawn { get; init; }

    /// <summary>Plain text.</summary>
    public required string Note { get; init; }

    public required Reason Reason { get; init; }

    /// <summary>The detail that the reason asks for.</summary>
    public required string ReasonDetail { get; init; }

    /// <summary>The shared group or gathering of the reason; null where the sender only claims it.</summary>
    public required PickedGroup? Picked { get; init; }

    /// <summary>The introduction by a connector; null for a letter sent directly.</summary>
    public required IntroductionSeen? Introduction { get; init; }

    /// <summary>The questions as they were when the letter was sent.</summary>
    public required IReadOnlyList<AnsweredQuestion> Answers { get; init; }

    public required DateTime SentAt { get; init; }

    public required DateTime DeliveredAt { get; init; }

    /// <summary>Decisions are possible, and can be changed, until this time.</summary>
    public required DateTime ExpiresAt { get; init; }

    // Do I know this person? Each property is one fact, in the order of the page.

    public required SenderProfile Sender { get; init; }

    /// <summary>The members whom both know, as far as the two may learn this of each other.</summary>
    public required MutualConnections.View MutualConnections { get; init; }

    /// <summary>
    /// The mutual connections whom the recipient asked about the sender, with their answers, and those they may ask.
    /// </summary>
    public required AskedAboutSender References { get; init; }

    /// <summary>
    /// When both had confirmed that they met; null where not. Then a reason of having met is only the sender's claim.
    /// </summary>
    public required DateTime? MetAt { get; init; }

    /// <summary>The groups and gatherings that list both as members.</summary>
    public required IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; }

    /// <summary>
    /// At most 3 entries of the recipient's imported address book that may be the sender, the surest first.
    /// </summary>
    public required IReadOnlyList<AddressBookMatch> AddressBook { get; init; }

    /// <summary>
    /// How similar the note is to one that the sender wrote to another member within a month; null where none is
    /// similar.
    /// </summary>
    public required LikeNotes? LikeNotesToOthers { get; init; }

    /// <summary>
    /// The letters between the two before this one, newest first, at most <see cref="MostEarlierLetters"/>.
    /// </summary>
    public required IReadOnlyList<EarlierLetter> EarlierLetters { get; init; }

    /// <summary>The recipient's private note about the sender; may be empty.</summary>
    public required string NoteToSelf { get; init; }

    // The decision.

    /// <summary>The messages before a decision; null where there are none.</summary>
    public required TalkView? Talk { get; init; }

    public required Decisions Decision { get; init; }

    /// <summary>The recipient's published policy, offered as words for a decline; may be empty.</summary>
    public required string MyPolicyText { get; init; }

    /// <summary>
    /// The recipient's other contact channels, offered with a decline. Includes those kept for declines.
    /// </summary>
    public required IReadOnlyList<string> MyBetterWays { get; init; }

    public const int MostEarlierLetters = 20;

    /// <param name="Name">The current name.</param>
    /// <param name="Confirmed">Whether a moderator recognises the group, so that both memberships at the time of
    /// sending are confirmed.</param>
    public sealed record PickedGroup(string Name, bool Confirmed);

    public sealed record AnsweredQuestion(string Question, string Answer);

    /// <param name="DisplayName">The current name.</param>
    /// <param name="NameWhenSent">The name when the letter was sent, if it was different; otherwise null.</param>
    /// <param name="NamesChangedSinceSending">Whether the name or the other names changed after the letter was
    /// sent.</param>
    /// <param name="Headline">May be empty.</param>
    /// <param name="About">May be empty.</param>
    /// <param name="Languages">The languages they read, as BCP 47 tags.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="UpheldReportsInTheLastYear">Upheld cases about the sender within a year. The recipient sees no more
    /// of the record.</param>
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
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }

        /// <summary>The lines of the community's profile fields that the recipient may see.</summary>
        public IReadOnlyList<DetailSeen> Details { get; init; } = [];

        /// <summary>A sender as they are now, as if nothing had changed since they sent the letter.</summary>
        internal static SenderProfile Of(Member sender, int upheldReports, ProfileFields fields) =>
            new(
                sender.Handle,
                sender.DisplayName,
                NameWhenSent: null,
                NamesChangedSinceSending: false,
                sender.Headline,
                sender.About,
                sender.LanguageTags,
                [.. sender.OtherNames.Select(name => name.Text)],
                sender.JoinedAt,
                upheldReports
            )
            {
                Photo = sender.PhotoVersion,
                Details = fields.Seen(sender, Closeness.ReadsTheirLetter),
            };
    }

    /// <summary>A letter before this one between the two. Exactly one of the two states is set.</summary>
    /// <param name="StateOfMine">The state that the reader may know of a letter they sent.</param>
    /// <param name="StateOfTheirs">The state of a letter that the reader received.</param>
    public sealed record EarlierLetter(
        string Id,
        DateTime SentAt,
        string Note,
        SenderState? StateOfMine,
        LetterState? StateOfTheirs
    )
    {
        public bool SentByMe => StateOfMine is not null;
    }

    /// <summary>
    /// The decision so far, and the possible next ones. A decision can be changed until
    /// <see cref="LetterView.ExpiresAt"/>.
    /// </summary>
    /// <param name="DecidedAt">Null while the letter waits.</param>
    /// <param name="UndoUntil">The end of the grace; null where there is no acceptance to undo.</param>
    /// <param name="Reply">The words that were sent with a decline; null for none. They cannot be withdrawn.</param>
    /// <param name="ReplyChannel">The other contact channel that was sent with the words; null for none.</param>
    /// <param name="CanDecline">Whether a decline, or a change of its kind, is possible now.</param>
    /// <param name="CanReply">Whether words can be sent with a decline.</param>
    /// <param name="CanUndo">Whether the decision can be undone: an acceptance within its grace, or a silent
    /// decline.</param>
    /// <param name="CanTalk">Whether the recipient can begin a talk now, or it is their turn in one.</param>
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
    )
    {
        /// <summary>Offers only what the commands accept.</summary>
        internal static Decisions Of(DecisionFacts facts, Talk? talk, DateTime now)
        {
            var letter = facts.Letter;
            var accepted = letter.State == RequestState.Accepted;
            var inGrace = letter.IsInGrace(now);
            var undecided = letter.CanBeDecided(now) && !accepted;
            return new Decisions(
                letter.DecidedAt,
                inGrace ? letter.GraceEndsAt : null,
                letter.ReplyText,
                letter.ReplyChannel,
                facts.IsReported,
                CanAccept: undecided && !facts.RecipientIsSuspended && !facts.IsPast,
                CanDecline: undecided,
                CanReply: undecided && !facts.RecipientIsSuspended && letter.ReplyText is null,
                CanReport: !facts.IsReported && (!accepted || inGrace),
                CanUndo: inGrace || facts.CanWaitAgain(now),
                CanTalk: letter.IsUndecided(now)
                    && !facts.RecipientIsSuspended
                    && (talk is null || (talk.Runs(now) && talk.IsRecipientsTurn))
            );
        }

        /// <summary>Nothing is decided, and nothing can be.</summary>
        internal static Decisions None { get; } =
            new(
                DecidedAt: null,
                UndoUntil: null,
                Reply: null,
                ReplyChannel: null,
                Reported: false,
                CanAccept: false,
                CanDecline: false,
                CanReply: false,
                CanReport: false,
                CanUndo: false,
                CanTalk: false
            );
    }
}

/// <summary>How similar a note is to others by the same sender. Does not reveal their recipients.</summary>
/// <param name="Share">The approximate share of common words, from 0 to 1.</param>
/// <param name="Words">The share as a text.</param>
public sealed record LikeNotes(double Share, string Words)
{
    /// <summary>Null for a note that is not similar to another one.</summary>
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
