using ConnectGate.Ties.Agendas;

namespace ConnectGate.Web.Pages.Groups.Agenda;

/// <summary>What the attendees of a gathering come for and can give, and the reader's own two lines.</summary>
public sealed class AgendaModel(
    IMediator mediator,
    IStringLocalizer<GroupsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Where the shown entries begin; null for the first.</summary>
    [FromQuery]
    public string? Cursor { get; set; }

    /// <summary>As typed; null on the first view.</summary>
    [BindProperty]
    public string? ComesFor { get; set; }

    /// <summary>As typed; null on the first view.</summary>
    [BindProperty]
    public string? CanGive { get; set; }

    public ReadAgenda.View Seen { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new WriteAgendaEntry.Command(Id, ComesFor, CanGive),
            _ => new(shared["saved"]),
            Here,
            cancellationToken
        );

    public Task<IActionResult> OnPostClearAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new WriteAgendaEntry.Command(Id, null, null),
            _ => new(texts["agenda-cleared"]),
            Here,
            cancellationToken
        );

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ReadAgenda.Query(Id, Cursor), cancellationToken) is not { } seen)
        {
            return false;
        }

        Seen = seen;
        return true;
    }

    private RedirectToPageResult Here => RedirectToPage("/Groups/Agenda/Index", new { Id });
}
