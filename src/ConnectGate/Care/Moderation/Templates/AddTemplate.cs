using ConnectGate.Foundation.Audit;
using ConnectGate.Gate.Copies;

namespace ConnectGate.Care.Moderation.Templates;

/// <summary>
/// Puts a text among the templates that the gate refuses, whoever sends it: <c>-- gate template add FILE</c>.
/// </summary>
public static class AddTemplate
{
    /// <summary>Adds it; again is fine.</summary>
    /// <param name="Text">20 to 2,000 visible characters; blanks in brackets stand for anything. Field
    /// <c>text</c>.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(string? Text) : ICommand<Added>;

    /// <summary>What was done.</summary>
    /// <param name="Id">The template's number.</param>
    /// <param name="WasThere">Whether it was among them already.</param>
    public sealed record Added(long Id, bool WasThere);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(NoteTemplate.Limit);
    }

    internal sealed class Handler(ConnectGateContext context, KnownTemplates templates, Actor actor)
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
            context.Audit.Add(
                new AuditEntry
                {
                    At = now,
                    Act = AuditAct.AddedTemplate,
                    Reason = template.Text,
                }
            );
            await context.SaveChangesAsync(cancellationToken);
            return new Added(template.Id, WasThere: false);
        }
    }
}
