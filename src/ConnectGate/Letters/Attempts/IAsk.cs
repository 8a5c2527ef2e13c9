using ConnectGate.Gate;
using ConnectGate.Gate.Rules;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>A command that creates or changes a connection request. Every such command passes the gate.</summary>
public interface IAsk
{
    Letter Letter { get; }
}

/// <summary>The first check of every such command: note and reason must be present and have a valid length.</summary>
internal abstract class AskValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : IAsk
{
    protected AskValidator(IOptions<GateOptions> options) =>
        RuleFor(command => command.Letter)
            .Custom(
                (letter, context) =>
                {
                    var shape = LetterShape.Of(letter);
                    foreach (var refusal in shape.Missing().Concat(shape.WrongLengths(options.Value.MinimumNote)))
                    {
                        context.Refuse(refusal);
                    }
                }
            );
}
