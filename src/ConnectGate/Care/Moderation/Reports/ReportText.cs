namespace ConnectGate.Care.Moderation.Reports;

/// <summary>A member reports another member's text to the moderators. The author gets no notice.</summary>
public static class ReportText
{
    /// <summary>
    /// Opens the case on the text's author or joins the open one. Not found where the current member cannot read the
    /// text or wrote it, and for a letter, which <c>ReportRequest</c> also declines. Refused: <c>already-reported</c>,
    /// <c>category-missing</c>, <c>comment-too-long</c>.
    /// </summary>
    /// <param name="Id">The public id of the text; a handle for a profile.</param>
    /// <param name="Comment">Optional.</param>
    /// <param name="AgainOf">The handle of a blocked member who might be behind the account; optional.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(
        ReportedKind Kind,
        string Id,
        ReportCategory? Category,
        string? Comment,
        string? AgainOf = null
    ) : ICommand<Reported>, IReport;

    /// <param name="AuthorHandle">Whom the report is about.</param>
    public sealed record Reported(string AuthorHandle, string AuthorName);

    internal sealed class Validator : ReportValidator<Command>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, Filing filing)
        : IRequestHandler<Command, Outcome<Reported>>
    {
        public async Task<Outcome<Reported>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await filing.FindAsync(command.Kind, command.Id, cancellationToken) is not { } text)
            {
                return Outcome<Reported>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, actor.Id, text.Author.Id);
            var filed = await filing.FileAsync(command.Kind, text, command, cancellationToken);
            return filed.Succeeded ? new Reported(text.Author.Handle, text.Author.DisplayName)
                : filed.IsNotFound ? Outcome<Reported>.NotFound()
                : Outcome<Reported>.Refused(filed.Refusals);
        }
    }
}
