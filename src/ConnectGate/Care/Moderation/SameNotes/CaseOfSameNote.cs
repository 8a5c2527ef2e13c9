using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Care.Moderation.SameNotes;

/// <summary>
/// Gives moderators the letters of several senders that have nearly the same note. Each letter joins a case on its own
/// author, once, so that each author is judged alone. A letter that is taken back or corrected before delivery leaves
/// no evidence.
/// </summary>
internal sealed class CaseOfSameNote(ConnectGateContext context, Filing filing)
    : INotificationHandler<SameNoteSent>,
        INotificationHandler<RequestCorrected>,
        INotificationHandler<RequestTakenBack>
{
    public async Task Handle(SameNoteSent notification, CancellationToken cancellationToken)
    {
        var others = await context
            .Requests.Where(request => notification.OthersIds.Contains(request.Id))
            .ToListAsync(cancellationToken);
        List<ConnectionRequest> letters = [.. others, notification.Request];
        var ids = letters.ConvertAll(letter => letter.PublicId);
        var known = await context
            .SameNotes.Where(note => ids.Contains(note.LetterId))
            .Select(note => new { note.LetterId, note.GroupId })
            .ToListAsync(cancellationToken);
        var group = known.FirstOrDefault()?.GroupId ?? PublicId.Next();

        // By sender, because two transactions that open cases on the same authors in different orders would deadlock.
        foreach (
            var letter in letters
                .Where(letter => !known.Exists(one => one.LetterId == letter.PublicId))
                .OrderBy(letter => letter.SenderId)
        )
        {
            context.SameNotes.Add(
                new SameNote
                {
                    Case = await filing.OpenCaseAsync(letter.SenderId, notification.Request.SentAt, cancellationToken),
                    LetterId = letter.PublicId,
                    SenderId = letter.SenderId,
                    GroupId = group,
                    Evidence = (await Evidence.OfAsync(context, letter, cancellationToken)).ToJson(),
                    At = notification.Request.SentAt,
                }
            );
        }
    }

    public Task Handle(RequestCorrected notification, CancellationToken cancellationToken) =>
        ForgetAsync(notification.Request.PublicId, cancellationToken);

    public Task Handle(RequestTakenBack notification, CancellationToken cancellationToken) =>
        ForgetAsync(notification.Request.PublicId, cancellationToken);

    private Task<int> ForgetAsync(string letterId, CancellationToken cancellationToken) =>
        context.SameNotes.Where(note => note.LetterId == letterId).ExecuteDeleteAsync(cancellationToken);
}
