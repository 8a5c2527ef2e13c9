using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// Collects the facts beside a letter: the answers to "do I know this person?" and the possible decisions.
/// </summary>
internal sealed class LetterReader(
    ConnectGateContext context,
    Actor actor,
    LettersToMe letters,
    DecisionReader decisions,
    SentNotes notes,
    IntroductionReader introductions,
    AddressBookMatches addressBook
)
{
    public async Task<LetterView> ReadAsync(ConnectionRequest letter, DateTime now, CancellationToken cancellationToken)
    {
        var members = await context
            .Members.AsNoTracking()
            .Where(member => member.Id == letter.SenderId || member.Id == letter.RecipientId)
            .ToDictionaryAsync(member => member.Id, cancellationToken);
        var (me, sender) = (members[letter.RecipientId], members[letter.SenderId]);
        var blockedByMe = await context.Blocks.By(me.Id, letter.SenderId).AnyAsync(cancellationToken);
        var state = RecipientView.Of(letter, blockedByMe, now);
        var mutual = await MutualConnections.OfAsync(context, me.Id, letter.SenderId, now, cancellationToken);
        var decision = await decisions.ReadAsync(letter, now, cancellationToken);
        return new LetterView
        {
            Id = letter.PublicId,
            State = state,
            Withdrawn = letter.WithdrawnAt is not null || state == LetterState.Withdrawn,
            Note = letter.Note.Text,
            Reason = letter.Reason,
            ReasonDetail = letter.ReasonDetail,
            Picked = await PickedAsync(letter.GroupId, cancellationToken),
            Introduction = await introductions.ReadAsync(letter, now, cancellationToken),
            Answers =
            [
                .. letter.Answers.Select(answer => new LetterView.AnsweredQuestion(answer.Question, answer.Text)),
            ],
            SentAt = letter.SentAt,
            DeliveredAt = letter.DeliverAt,
            ExpiresAt = letter.ExpiresAt,

            Sender = (await SenderAsync(sender, now, cancellationToken)) with
            {
                NameWhenSent = letter.SenderName == sender.DisplayName ? null : letter.SenderName,
                NamesChangedSinceSending = sender.NamesChangedAt > letter.SentAt,
            },
            MutualConnections = mutual,
            References = await AskedAboutSender.OfAsync(
                context,
                letter,
                mutual,
                decision.CanAccept,
                now,
                cancellationToken
            ),
            MetAt = letter.MetAt,
            SharedGroups = await SharedContext.OfAsync(context, me.Id, letter.SenderId, now, cancellationToken),
            AddressBook = await addressBook.OfAsync(me.Id, sender, cancellationToken),
            LikeNotesToOthers = LikeNotes.Of(await notes.LikenessAsync(letter, cancellationToken), actor),
            EarlierLetters = await EarlierAsync(letter, blockedByMe, now, cancellationToken),
            NoteToSelf = await NoteToSelfAsync(letter, cancellationToken),

            Talk = await TalkView.ForRecipientAsync(context, letter, now, cancellationToken),
            Decision = decision,
            MyPolicyText = me.Policy.Text,
            MyBetterWays =
            [
                .. me.BetterWays.OrderByDescending(way => way.Audience == Audience.MyDecline).Select(way => way.Text),
            ],
        };
    }

    private async Task<LetterView.PickedGroup?> PickedAsync(long? groupId, CancellationToken cancellationToken) =>
        groupId is null
            ? null
            : await context
                .Groups.Where(group => group.Id == groupId)
                .Select(group => new LetterView.PickedGroup(group.Name, group.RecognisedAt != null))
                .SingleAsync(cancellationToken);

    /// <summary>A sender as they are now, as if nothing had changed since they sent the letter.</summary>
    public async Task<LetterView.SenderProfile> SenderAsync(
        Member sender,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var aYearAgo = now.AddYears(-1);
        var upheld = await context.Cases.CountAsync(
            file => file.AuthorId == sender.Id && file.Upheld == true && file.ClosedAt > aYearAgo,
            cancellationToken
        );
        return new LetterView.SenderProfile(
            sender.Handle,
            sender.DisplayName,
            NameWhenSent: null,
            NamesChangedSinceSending: false,
            sender.Headline,
            sender.About,
            sender.LanguageTags,
            [.. sender.OtherNames.Select(name => name.Text)],
            sender.JoinedAt,
            upheld
        )
        {
            Photo = sender.PhotoVersion,
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

    private async Task<string> NoteToSelfAsync(ConnectionRequest letter, CancellationToken cancellationToken) =>
        await context
            .NotesToSelf.Where(note => note.OwnerId == letter.RecipientId && note.AboutId == letter.SenderId)
            .Select(note => note.Text)
            .SingleOrDefaultAsync(cancellationToken)
        ?? "";
}
