using System.Globalization;
using ConnectGate.Data;
using ConnectGate.Gate;
using ConnectGate.Meetings;
using ConnectGate.Members;
using ConnectGate.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ConnectGate.Requests;

/// <summary>Reads what the gate's rules judge: the two members, the recipient's policy, and how the two know each other as far as others say so.</summary>
internal sealed class AttemptReader(ConnectGateContext context, ICurrentMember currentMember, IOptions<GateOptions> options)
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
            Grounds = GroundsOf(await context.Meetings.MetAtAsync(senderId, recipient.Id, cancellationToken), now),
        };
    }

    /// <summary>A correction of a letter, under the terms and questions it was sent under.</summary>
    public async Task<Attempt> ToCorrectAsync(ConnectionRequest sent, Letter letter, DateTime now, CancellationToken cancellationToken)
    {
        var members = await context.Members.AsNoTracking()
            .Where(member => member.Id == sent.SenderId || member.Id == sent.RecipientId)
            .ToDictionaryAsync(member => member.Id, cancellationToken);
        return new Attempt(letter, members[sent.SenderId], members[sent.RecipientId], QuestionsOf(sent), now) { Terms = sent.SentUnder, Grounds = sent.Grounds };
    }

    private Grounds GroundsOf(DateTime? metAt, DateTime now) => new() { Met = metAt is not null, MetLongAgo = metAt < now - options.Value.MetCountsFor };

    /// <summary>The questions as they were asked when it was sent, known by their place.</summary>
    public static IReadOnlyList<PolicyQuestion> QuestionsOf(ConnectionRequest sent) =>
        [.. sent.Answers.Select((answer, place) => new PolicyQuestion(place.ToString(CultureInfo.InvariantCulture), answer.Question))];
}
