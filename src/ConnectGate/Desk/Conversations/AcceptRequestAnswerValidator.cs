using ConnectGate.Desk.Inbox.Decisions;

namespace ConnectGate.Desk.Conversations;

/// <summary>
/// The answer that goes out with an acceptance is a message, and no longer than one. A blank one is none.
/// </summary>
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
