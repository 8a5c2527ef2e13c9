using System.Globalization;
using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Accounts;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Reads the input of the gate's rules: both members, the recipient's policy, the confirmed grounds on which they know
/// each other, and the picked group.
/// </summary>
internal sealed class AttemptReader(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
    // The sender, and the admitted member with the handle. The two can be the same.
    private static readonly CompiledQuery<Func<ConnectGateContext, long, string, IAsyncEnumerable<Found>>> Both =
        Compiled.Query<long, string, Found>(
            (context, senderId, handle) =>
            {
                var present = context.Users.WhoAreIn();
                var talks = context.Talks.ByBoth();
                return from member in context.Members.AsNoTracking()
                    where
                        member.Id == senderId
                        || (member.Handle == handle && present.Any(account => account.Id == member.Id))
                    let low = Math.Min(member.Id, senderId)
                    let high = Math.Max(member.Id, senderId)
                    select new Found
                    {
                        Member = member,
                        MetAt = context
                            .Meetings.Where(meeting => meeting.LowId == low && meeting.HighId == high)
                            .Max(meeting => (DateTime?)meeting.At),
                        HaveTalked = context.Requests.Any(request =>
                            request.LowId == low
                            && request.HighId == high
                            && talks.Any(talk => talk.RequestId == request.Id)
                        ),
                    };
            }
        );

    /// <summary>
    /// An attempt of the current member to write to the handle. Null if no admitted member has the handle.
    /// </summary>
    public async Task<Attempt?> ToSendAsync(
        string recipientHandle,
        Letter letter,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (Handle.Of(recipientHandle)?.Value is not { } handle)
        {
            return null;
        }

        var senderId = actor.Id;
        var found = await Both.For(context)(context, senderId, handle).ToListAsync(cancellationToken);
        if (found.Find(one => one.Member.Handle == handle) is not { Member: var recipient } theirs)
        {
            return null;
        }

        var sender = found.Find(one => one.Member.Id == senderId)!.Member;
        return Attempt.ToSend(letter, sender, recipient, now) with
        {
            Grounds = new Grounds
            {
                MetAt = theirs.MetAt,
                MetLongAgo = theirs.MetAt < now - options.Value.MetCountsFor,
                Talked = theirs.HaveTalked,
            },
            Group = await SharedContext.PickedAsync(
                context,
                (senderId, recipient.Id),
                letter.Group,
                sentWith: null,
                now,
                cancellationToken
            ),
        };
    }

    /// <summary>
    /// An attempt of the current member to write to the handle through a connector. A null connector handle means a
    /// direct letter. Null if no admitted member has the handle, or if the connector is not a connection of the current
    /// member.
    /// </summary>
    public async Task<Attempt?> ToSendAsync(
        string recipientHandle,
        string? connectorHandle,
        Letter letter,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var attempt = await ToSendAsync(recipientHandle, letter, now, cancellationToken);
        return connectorHandle is null || attempt is null ? attempt
            : await ConnectorAsync(connectorHandle, now, cancellationToken) is { } connector
                ? attempt with
                {
                    Grounds = attempt.Grounds with { Introduction = new PassedOn(connector, "", now) },
                }
            : null;
    }

    /// <summary>
    /// The attempt of a connector to pass a letter on with their own words. Its terms and questions are those at
    /// sending. The other facts are current.
    /// </summary>
    public async Task<Attempt> ToPassOnAsync(
        ConnectionRequest sent,
        string words,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        // The sender saw the advice before they sent the letter, and the connector can change nothing in it.
        var letter = LetterOf(sent) with { AdviceSeen = true };
        var attempt = await ToCorrectAsync(sent, letter, now, cancellationToken);
        return attempt with
        {
            SentAs = sent.Id,
            Grounds = attempt.Grounds with
            {
                Introduction = new PassedOn(sent.IntroducedById!.Value, words, sent.SentAt),
            },
        };
    }

    /// <summary>An attempt to correct a letter. Its terms and questions are those at sending.</summary>
    public async Task<Attempt> ToCorrectAsync(
        ConnectionRequest sent,
        Letter letter,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var members = await context
            .Members.AsNoTracking()
            .Where(member => member.Id == sent.SenderId || member.Id == sent.RecipientId)
            .ToDictionaryAsync(member => member.Id, cancellationToken);
        return new Attempt(letter, members[sent.SenderId], members[sent.RecipientId], QuestionsOf(sent), now)
        {
            Terms = sent.SentUnder,
            Grounds = sent.Grounds with
            {
                Talked = await HaveTalkedAsync(sent.SenderId, sent.RecipientId, cancellationToken),
            },
            Group = await SharedContext.PickedAsync(
                context,
                (sent.SenderId, sent.RecipientId),
                letter.Group,
                sent.GroupId,
                now,
                cancellationToken
            ),
        };
    }

    private Task<bool> HaveTalkedAsync(long one, long other, CancellationToken cancellationToken) =>
        context
            .Requests.Between(one, other)
            .AnyAsync(request => context.Talks.ByBoth().Any(talk => talk.RequestId == request.Id), cancellationToken);

    private async Task<long?> ConnectorAsync(string handle, DateTime now, CancellationToken cancellationToken) =>
        await context.Members.IdOfAsync(handle, cancellationToken) is { } connector
        && connector != actor.Id
        && await context.Connections.Live(now).Between(actor.Id, connector).AnyAsync(cancellationToken)
            ? connector
            : null;

    /// <summary>The questions as they were asked at sending. The id of each is its position.</summary>
    public static IReadOnlyList<PolicyQuestion> QuestionsOf(ConnectionRequest sent) =>
        [.. sent.Answers.Select((answer, place) => new PolicyQuestion(IdOf(place), answer.Question))];

    /// <summary>The letter as it was written. Its answers use the ids from <see cref="QuestionsOf"/>.</summary>
    public static Letter LetterOf(ConnectionRequest sent) =>
        new(
            sent.Note.Text,
            sent.Reason,
            sent.ReasonDetail,
            [.. sent.Answers.Select((answer, place) => new Answer(IdOf(place), answer.Text))]
        );

    private sealed class Found
    {
        public required Member Member { get; init; }
        public required DateTime? MetAt { get; init; }
        public required bool HaveTalked { get; init; }
    }

    private static string IdOf(int place) => place.ToString(CultureInfo.InvariantCulture);
}
