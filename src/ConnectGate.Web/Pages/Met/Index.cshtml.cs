using ConnectGate.Ties.Meetings;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Met;

/// <summary>What a code is for, a field for the code of another member, and the members met lately.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<MeetingsTexts> texts)
    : MetLatelyModel(mediator, texts)
{
    /// <summary>The typed code of another member.</summary>
    public string Typed { get; private set; } = "";

    public async Task<IActionResult> OnPostTypeAsync(string? code, CancellationToken cancellationToken)
    {
        Typed = code ?? "";
        var found = await Mediator.Send(new ConfirmMeeting.Query(Typed), cancellationToken);
        if (found.Refusal is null)
        {
            return RedirectToPage("/Met/Code", new { code = found.Code });
        }

        await OnGetAsync(cancellationToken);
        return this.ShowRefusals([found.Refusal]);
    }
}
