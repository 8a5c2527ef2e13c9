using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Inbox.Opening;

/// <summary>
/// Collects the facts beside a letter: the answers to "do I know this person?" and the possible decisions.
/// </summary>
internal sealed class LetterReader(
    ConnectGateContext context,
    Actor actor,
    LettersToMe letters,
    SentNotes notes,
    IntroductionReader introductions,
    AddressBookMatches addressBook,
    ProfileFields fields
)
{
    public async Task<LetterView> ReadAsync(LetterFacts facts, DateTime now, CancellationToken cancellationToken)
    {
        var (letter, me, sender) = (facts.Letter, facts.Reader, facts.Sender);
        var state = RecipientView.Of(letter, facts.Deciding.BlockedByMe, now);
        var common = await CommonGround.OfAsync(context, me.Id, sender.Id, now, cancellationToken);
        var decision = LetterView.Decisions.Of(facts.Deciding, facts.Talk, now);
        return new LetterView
        {
            Id = letter.PublicId,
            State = state,
            Withdrawn = letter.WithdrawnAt is not null || state == LetterState.Withdrawn,
            Note = letter.Note.Text,
            Reason = letter.Reason,
            ReasonDetail = letter.ReasonDetail,
            Picked = facts.GroupName is { } group
                ? new LetterView.PickedGroup(group, facts.GroupRecognisedAt is not null)
                : null,
            Introduction = await introductions.ReadAsync(letter, now, cancellationToken),
            Answers =
            [
                .. letter.Answers.Select(answer => new LetterView.AnsweredQuestion(answer.Question, answer.Text)),
            ],
            SentAt = letter.SentAt,
            DeliveredAt = letter.DeliverAt,
            ExpiresAt = letter.ExpiresAt,

            Sender = LetterView.SenderProfile.Of(sender, facts.UpheldReports, fields) with
            {
                NameWhenSent = letter.SenderName == sender.DisplayName ? null : letter.SenderName,
                NamesChangedSinceSending = sender.NamesChangedAt > letter.SentAt,
            },
            MutualConnections = common.Mutual,
            References = AskedAboutSender.Of(
                facts.Deciding.HasReferences
                    ? await AskedAboutSender.AskedAsync(context, letter.Id, cancellationToken)
                    : [],
                common.Mutual,
                mayAsk: decision.CanAccept && letter.IsUndecided(now)
            ),
            MetAt = letter.MetAt,
            SharedGroups = common.Groups,
            AddressBook = facts.ReaderHasAddressBook ? await addressBook.OfAsync(me.Id, sender, cancellationToken) : [],
            LikeNotesToOthers = LikeNotes.Of(await notes.LikenessAsync(letter, cancellationToken), actor),
            EarlierLetters = facts.HasEarlier
                ? await EarlierAsync(letter, facts.Deciding.BlockedByMe, now, cancellationToken)
                : [],
            NoteToSelf = facts.NoteToSelf ?? "",

            Talk = facts.Talk is { } talk
                ? await TalkView.ForRecipientAsync(context, letter, talk, now, cancellationToken)
                : null,
            Decision = decision,
            MyPolicyText = me.Policy.Text,
            MyBetterWays =
            [
                .. me.BetterWays.OrderByDescending(way => way.Audience == Audience.MyDecline).Select(way => way.Text),
            ],
        };
    }

    private async Task<IReadOnlyList<LetterView.EarlierLetter>> EarlierAsync(
        ConnectionRequest letter,
        bool blockedByMe,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var me = actor.Id;
        var received = letters.Readable(now);
        var earlier = await context
            .Requests.AsNoTracking()
            .Between(letter.SenderId, letter.RecipientId)
            .Where(other =>
                other.SentAt < letter.SentAt && (other.SenderId == me || received.Any(mine => mine.Id == other.Id))
            )
            .OrderByDescending(other => other.SentAt)
            .ThenByDescending(other => other.Id)
            .Take(LetterView.MostEarlierLetters)
            .ToListAsync(cancellationToken);
        return
        [
            .. earlier.Select(other => new LetterView.EarlierLetter(
                other.PublicId,
                other.SentAt,
                other.Note.Text,
                other.SenderId == me ? other.SeenBySender(now) : null,
                other.SenderId == me ? null : RecipientView.Of(other, blockedByMe, now)
            )),
        ];
    }
}
