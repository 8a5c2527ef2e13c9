using ConnectGate.Desk.Notifications;

namespace ConnectGate.Web.Pages.Notifications;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>Newest first.</summary>
    public Page<ListNotifications.Row> Notifications { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Notifications = await mediator.Send(new ListNotifications.Query(cursor), cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? upTo, CancellationToken cancellationToken)
    {
        await mediator.Send(new MarkNotificationsRead.Command(upTo), cancellationToken);
        return RedirectToPage("/Notifications/Index");
    }
}
