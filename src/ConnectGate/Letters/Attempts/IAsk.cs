using ConnectGate.Gate;
using ConnectGate.Gate.Rules;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// A command that makes a connection request, or changes what one says. Every one goes through the gate.
/// </summary>
public interface IAsk
{
    /// <summary>What was written.</summary>
    Letter Letter { get; }
}

/// <summary>
/// The first wall for every way of asking: no note, no reason, or of the wrong length, and the command goes no further.
/// </summary>
internal abstract class AskValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : IAsk
{
    protected AskValidator(IOptions<GateOptions> options) =>
        RuleFor(command => command.Letter)
            .Custom(
                (letter, context) =>
                {
                    foreach (
                        var refusal in PresenceRule
                            .Refusals(letter)
                            .Concat(LengthRule.Refusals(letter, options.Value.MinimumNote))
                    )
                    {
                        context.Refuse(refusal);
                    }
                }
            );
}
