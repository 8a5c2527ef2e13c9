using ConnectGate.Ties.Connections;

namespace ConnectGate.Web.Pages.Connections;

/// <summary>Asks before a connection is let go.</summary>
public sealed class LetGoModel(IMediator mediator, IStringLocalizer<ConnectionsTexts> texts) : SubjectModel(mediator)
{
    [FromRoute]
    public string Handle { get; set; } = "";

    public ViewConnection.View Connection { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new LetGo.Command(Handle),
            _ => new(texts["let-go-done", Connection.DisplayName]),
            () => RedirectToPage("/Connections/Index"),
            cancellationToken
        );

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ViewConnection.Query(Handle), cancellationToken) is not { } connection)
        {
            return false;
        }

        Connection = connection;
        return true;
    }
}
