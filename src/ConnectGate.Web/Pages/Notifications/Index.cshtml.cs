using ConnectGate.Desk.Notifications;

namespace ConnectGate.Web.Pages.Notifications;

/// <summary>What is new for a member.</summary>
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

    /// <summary>Where a notification leads; null where it says everything itself.</summary>
    public static string? Address(ListNotifications.Row row) =>
        row.Kind switch
        {
            NotificationKind.LetterArrived => $"/inbox/{row.Subject}",
            NotificationKind.Connected or NotificationKind.MessageArrived => $"/conversations/{row.Handle}",
            NotificationKind.DeclinedWithWords => "/sent",
            NotificationKind.InvitedToGroup when !row.Read => $"/groups/{row.Subject}/invitation",
            NotificationKind.AskedToIntroduce => $"/introductions/{row.Subject}",
            NotificationKind.IntroductionOffered or NotificationKind.BothAgreed =>
                $"/introductions/offers/{row.Subject}",
            NotificationKind.ReferenceAsked when row.IsOver => null,
            NotificationKind.ReferenceAsked or NotificationKind.ReferenceAnswered => $"/references/{row.Subject}",
            NotificationKind.RecipientWrote => $"/sent/{row.Subject}",
            NotificationKind.SenderAnswered => $"/inbox/{row.Subject}",
            _ => null,
        };
}
