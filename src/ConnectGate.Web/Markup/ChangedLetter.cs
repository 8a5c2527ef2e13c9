using ConnectGate.Desk.Inbox;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;

namespace ConnectGate.Web.Markup;

/// <summary>
/// The letter of a step that came too late, for the page of the conflict. Its words say no more than the reader may
/// know.
/// </summary>
/// <param name="Words">Names the letter and its state.</param>
/// <param name="Address">The page of the letter.</param>
public sealed record ChangedLetter(string Words, string Address)
{
    /// <summary>
    /// Finds the letter by the path of the step. Null for another path, and for a letter that is gone.
    /// </summary>
    public sealed class Finder(
        IMediator mediator,
        IStringLocalizer<ErrorTexts> texts,
        IStringLocalizer<InboxTexts> inbox,
        IStringLocalizer<AskingTexts> asking,
        IStringLocalizer<SharedTexts> shared,
        ReaderTime reader
    )
    {
        public Task<ChangedLetter?> FindAsync(string path, CancellationToken cancellationToken) =>
            path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
            {
                ["inbox", var id, ..] => ReceivedAsync(id, cancellationToken),
                ["sent", var id, ..] => SentAsync(id, cancellationToken),
                _ => Task.FromResult<ChangedLetter?>(null),
            };

        private async Task<ChangedLetter?> ReceivedAsync(string id, CancellationToken cancellationToken) =>
            (await mediator.Send(new FindNeighbours.Query(id), cancellationToken)).Letter is { } letter
                ? new ChangedLetter(
                    texts["changed-received", letter.SenderName, inbox.NameOf(letter.State)],
                    $"/inbox/{letter.Id}"
                )
                : null;

        private async Task<ChangedLetter?> SentAsync(string id, CancellationToken cancellationToken) =>
            await mediator.Send(new SentRequests.One(id), cancellationToken) is { } sent
                ? new ChangedLetter(
                    texts[
                        "changed-sent",
                        sent.DisplayName,
                        sent.State == SenderState.Sent
                            ? asking["sent-waiting", reader.Day(sent.SentAt), reader.Day(sent.ExpiresAt)]
                            : asking["sent-ended", shared.NameOf(sent.State), reader.Day(sent.SentAt)]
                    ],
                    $"/sent/{sent.Id}"
                )
                : null;
    }
}
