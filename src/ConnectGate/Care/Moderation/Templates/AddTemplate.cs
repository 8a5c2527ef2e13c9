using ConnectGate.Foundation.Audit;
using ConnectGate.Gate.Copies;

namespace ConnectGate.Care.Moderation.Templates;

/// <summary>
/// Adds a text to the templates that the gate refuses for every sender: <c>-- gate template add FILE</c>.
/// </summary>
public static class AddTemplate
{
    /// <summary>A text that is already among the templates is no error.</summary>
    /// <param name="Text">20 to 2,000 visible characters; a blank in brackets matches any words. Field
    /// <c>text</c>.</param>
    [SentBy(Senders.Server)]
    [Audited(AuditAct.AddedTemplate, MayChangeNothing = true)]
    public sealed record Command(string? Text) : ICommand<Added>;

    /// <param name="WasThere">Whether the template existed before.</param>
    public sealed record Added(long Id, bool WasThere);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(NoteTemplate.Limit);
    }

    internal sealed class Handler(ConnectGateContext context, KnownTemplates templates, Actor actor, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Added>>
    {
        public async Task<Outcome<Added>> Handle(Command command, CancellationToken cancellationToken)
        {
            var print = NoteTemplate.PrintOf(command.Text!);
            if (print.Pairs.Count < NotePrint.LeastInCommon)
            {
                return Outcome<Added>.Refused([
                    new Refusal("template-says-nothing", "text", Words.Of("template-says-nothing")),
                ]);
            }

            if (await templates.FindAsync(print, cancellationToken) is { } same)
            {
                return new Added(same, WasThere: true);
            }

            var now = actor.Now;
            var template = NoteTemplate.Of(
                command.Text!,
                await templates.KeysAsync(print, cancellationToken),
                addedById: null,
                now
            );
            context.NoteTemplates.Add(template);
            trail.Tell(AuditAct.AddedTemplate, reason: template.Text);
            await context.SaveChangesAsync(cancellationToken);
            return new Added(template.Id, WasThere: false);
        }
    }
}
