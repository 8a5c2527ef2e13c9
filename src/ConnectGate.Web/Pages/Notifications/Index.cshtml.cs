using ConnectGate.Desk.Notifications;

namespace ConnectGate.Web.Pages.Notifications;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ListNotifications.View Shown { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Shown = await mediator.Send(new ListNotifications.Query(cursor), cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? upTo, CancellationToken cancellationToken)
    {
        await mediator.Send(new MarkNotificationsRead.Command(upTo), cancellationToken);
        return RedirectToPage("/Notifications/Index");
    }
}
