namespace ConnectGate.People.Members.PrivateNotes;

/// <summary>A member writes a private note about another; nobody else ever sees it.</summary>
public static class WriteNoteToSelf
{
    /// <summary>
    /// Replaces the note; a blank text removes it. Not found where no member has that handle. Refused:
    /// <c>note-to-self-too-long</c>, <c>oneself</c>.
    /// </summary>
    /// <param name="Handle">Of the other member.</param>
    /// <param name="Text">The note.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string Handle, string? Text) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(NoteToSelf.Limit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await context.Members.IdOfAsync(command.Handle, cancellationToken) is not { } aboutId)
            {
                return Outcome<Done>.NotFound();
            }

            if (aboutId == actor.Id)
            {
                return Outcome<Done>.Refused([new Refusal("oneself", "handle", Words.Of("oneself-noted"))]);
            }

            var (text, now) = (VisibleText.Clean(command.Text), actor.Now);
            var note = await context.NotesToSelf.SingleOrDefaultAsync(
                note => note.OwnerId == actor.Id && note.AboutId == aboutId,
                cancellationToken
            );
            if (note is not null && text.Length == 0)
            {
                context.NotesToSelf.Remove(note);
            }
            else if (note is not null)
            {
                (note.Text, note.ChangedAt) = (text, now);
            }
            else if (text.Length > 0)
            {
                context.NotesToSelf.Add(
                    new NoteToSelf
                    {
                        OwnerId = actor.Id,
                        AboutId = aboutId,
                        Text = text,
                        ChangedAt = now,
                    }
                );
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
