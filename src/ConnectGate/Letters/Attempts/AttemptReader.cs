using System.Globalization;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Accounts;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Ties.Meetings;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Reads the input of the gate's rules: both members, the recipient's policy, the confirmed grounds on which they know
/// each other, and the picked group.
/// </summary>
internal sealed class AttemptReader(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
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
        var present = context.Users.WhoAreIn();
        var members = await context
            .Members.AsNoTracking()
            .Where(member =>
                member.Id == senderId || (member.Handle == handle && present.Any(account => account.Id == member.Id))
            )
            .ToListAsync(cancellationToken);
        var recipient = members.Find(member => member.Handle == handle);
        return recipient is null
            ? null
            : Attempt.ToSend(letter, members.Single(member => member.Id == senderId), recipient, now) with
            {
                Grounds = await GroundsAsync(senderId, recipient.Id, now, cancellationToken),
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

    private async Task<Grounds> GroundsAsync(
        long senderId,
        long recipientId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var metAt = await context.Meetings.MetAtAsync(senderId, recipientId, cancellationToken);
        return new Grounds
        {
            MetAt = metAt,
            MetLongAgo = metAt < now - options.Value.MetCountsFor,
            Talked = await HaveTalkedAsync(senderId, recipientId, cancellationToken),
        };
    }

    private Task<bool> HaveTalkedAsync(long one, long other, CancellationToken cancellationToken)
    {
        // A Pair is not possible here, because a member may view their own profile.
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return context
            .Talks.ByBoth()
            .AnyAsync(
                talk =>
                    context.Requests.Any(request =>
                        request.Id == talk.RequestId && request.LowId == low && request.HighId == high
                    ),
                cancellationToken
            );
    }

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

    private static string IdOf(int place) => place.ToString(CultureInfo.InvariantCulture);
}
