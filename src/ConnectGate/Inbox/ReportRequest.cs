using ConnectGate.Moderation;
using ConnectGate.Shared;
using FluentValidation;
using MediatR;

namespace ConnectGate.Inbox;

/// <summary>The recipient reports a letter to the moderators.</summary>
public static class ReportRequest
{
    /// <summary>
    /// Declines for good, silently, and opens or joins the case on the letter's author, with the letter as evidence. Not found where the current member can't open the letter.
    /// Refused: <c>already-reported</c>, <c>category-missing</c>, <c>comment-too-long</c>.
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Category">What for.</param>
    /// <param name="Comment">What the reporter adds; may be empty.</param>
    /// <exception cref="IllegalTransitionException">It became a connection.</exception>
    public sealed record Command(string Id, ReportCategory? Category, string? Comment) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Category).Must(category => category is { } chosen && Enum.IsDefined(chosen))
                .OverridePropertyName("category").WithErrorCode("category-missing").WithMessage(_ => Words.Of("category-missing"));
            RuleFor(command => command.Comment).Within(Report.CommentLimit);
        }
    }

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
