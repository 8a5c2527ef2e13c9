using System.Globalization;
using ConnectGate.Data;
using ConnectGate.Gate;
using ConnectGate.Members;
using ConnectGate.Requests.Talks;
using ConnectGate.Shared;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Requests;

/// <summary>Reads what the gate's rules judge: the two members and the recipient's policy.</summary>
internal sealed class AttemptReader(ConnectGateContext context, ICurrentMember currentMember)
{
    /// <summary>A letter of the current member's to that handle; null where nobody is called that, or hasn't confirmed their address yet.</summary>
    public async Task<Attempt?> ToSendAsync(string recipientHandle, Letter letter, DateTime now, CancellationToken cancellationToken)
    {
        if (Handle.Of(recipientHandle)?.Value is not { } handle)
        {
            return null;
        }

        var senderId = currentMember.Id;
        var members = await context.Members.AsNoTracking()
            .Where(member => member.Id == senderId
                || (member.Handle == handle && context.Users.Any(account => account.Id == member.Id && account.EmailConfirmed)))
            .ToListAsync(cancellationToken);
        var recipient = members.Find(member => member.Handle == handle);
        return recipient is null ? null : Attempt.ToSend(letter, members.Single(member => member.Id == senderId), recipient, now) with
        {
            Grounds = new Grounds { Talked = await HaveTalkedAsync(senderId, recipient.Id, cancellationToken) },
        };
    }

    /// <summary>A correction of a letter, under the terms and questions it was sent under.</summary>
    public async Task<Attempt> ToCorrectAsync(ConnectionRequest sent, Letter letter, DateTime now, CancellationToken cancellationToken)
    {
        var members = await context.Members.AsNoTracking()
            .Where(member => member.Id == sent.SenderId || member.Id == sent.RecipientId)
            .ToDictionaryAsync(member => member.Id, cancellationToken);
        return new Attempt(letter, members[sent.SenderId], members[sent.RecipientId], QuestionsOf(sent), now)
        {
            Terms = sent.SentUnder,
            Grounds = sent.Grounds with { Talked = await HaveTalkedAsync(sent.SenderId, sent.RecipientId, cancellationToken) },
        };
    }

    private Task<bool> HaveTalkedAsync(long one, long other, CancellationToken cancellationToken)
    {
        var pair = Pair.Of(one, other);
        return context.Talks.ByBoth().AnyAsync(
            talk => context.Requests.Any(request => request.Id == talk.RequestId && request.LowId == pair.Low && request.HighId == pair.High), cancellationToken);
    }

    /// <summary>The questions as they were asked when it was sent, known by their place.</summary>
    public static IReadOnlyList<PolicyQuestion> QuestionsOf(ConnectionRequest sent) =>
        [.. sent.Answers.Select((answer, place) => new PolicyQuestion(place.ToString(CultureInfo.InvariantCulture), answer.Question))];
}
