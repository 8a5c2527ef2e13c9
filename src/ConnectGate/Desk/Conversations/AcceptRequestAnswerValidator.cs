using ConnectGate.Desk.Inbox.Decisions;

namespace ConnectGate.Desk.Conversations;

/// <summary>The optional answer to an accepted letter becomes a message, so it has the limit of a message.</summary>
internal sealed class AcceptRequestAnswerValidator : AbstractValidator<AcceptRequest.Command>
{
    public AcceptRequestAnswerValidator() =>
        RuleFor(command => command.Answer)
            .Custom(
                (answer, validation) =>
                {
                    if (Message.Limit.Length(answer, "answer") is { } refusal)
                    {
                        validation.Refuse(refusal);
                    }
                }
            );
}
