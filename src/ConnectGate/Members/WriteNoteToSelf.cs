using ConnectGate.Shared;
using FluentValidation;
using MediatR;

namespace ConnectGate.Members;

/// <summary>A member notes something for themself about another; nobody else ever sees it.</summary>
public static class WriteNoteToSelf
{
    /// <summary>
    /// Replaces the note; a blank text removes it. Not found where nobody is called that. Refused: <c>note-to-self-too-long</c>, <c>oneself</c>.
    /// </summary>
    /// <param name="Handle">Whom it is about.</param>
    /// <param name="Text">The note.</param>
    public sealed record Command(string Handle, string? Text) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(NoteToSelf.Limit);
    }

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
