using ConnectGate.Care.Moderation;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Ties.Agendas;

namespace ConnectGate.Web.Pages.Groups.Agenda;

public sealed class ReportModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Handle { get; set; } = "";

    [BindProperty(Name = "")]
    public ReportForm Form { get; set; } = new();

    /// <summary>The reported lines, and the gathering whose agenda has them.</summary>
    public ReadAgenda.OneView Seen { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new ReportAgendaEntry.Command(Id, Handle, Form.Category, Form.Comment),
            _ => new(texts["post-reported"]),
            RedirectToPage("/Groups/Agenda/Index", new { Id }),
            cancellationToken
        );

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ReadAgenda.One(Id, Handle), cancellationToken) is not { } seen)
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
