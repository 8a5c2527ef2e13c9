using ConnectGate.Desk.Inbox.FirstSteps;
using ConnectGate.People.Members;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Welcome;

/// <summary>The first steps of a new member. The inbox shows them too, until they are done or skipped.</summary>
public sealed class FirstStepsModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<FirstStep> Steps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Steps = await mediator.Send(new ViewFirstSteps.Query(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(FirstStep step, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SkipFirstStep.Command(step), cancellationToken);
        if (outcome.Succeeded)
        {
            return LocalRedirect("/inbox");
        }

        await OnGetAsync(cancellationToken);
        return this.ShowRefusals(outcome.Refusals);
    }
}
