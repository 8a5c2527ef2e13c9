using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation.Cases;

/// <summary>The file on one member: the evidence, the history, the comments, the decision.</summary>
[Authorize(Policy = "Moderator")]
public sealed class CaseModel(IMediator mediator, IStringLocalizer<ModerationTexts> texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The main part of the decision.</summary>
    [BindProperty]
    public Ruling? Chosen { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    [BindProperty]
    public bool RemoveTexts { get; set; }

    [BindProperty]
    public bool MarkTemplates { get; set; }

    /// <summary>The public id of the broken rule.</summary>
    [BindProperty]
    public string? Rule { get; set; }

    /// <summary>The words to the author; for a dismissal, to the log.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>A comment, or why the case is escalated.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public ViewCase.View Viewed { get; private set; } = null!;

    /// <summary>What the author would read; null where no preview was asked for.</summary>
    public PreviewDecision.View? Preview { get; private set; }

    /// <summary>The community's rules, as choices.</summary>
    public IEnumerable<Choice> Rules { get; private set; } = [];

    /// <summary>The rules with saved words.</summary>
    public IEnumerable<ListRules.Rule> Wordings { get; private set; } = [];

    public IEnumerable<Choice> Rulings =>
        Enum.GetValues<Ruling>()
            .Select(ruling => new Choice(ruling.ToString(), texts.NameOf(ruling), texts.HintOf(ruling)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ViewAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) =>
        DoAsync(new TakeCase.Command(Id), "taken", cancellationToken);

    public Task<IActionResult> OnPostGiveBackAsync(CancellationToken cancellationToken) =>
        DoAsync(new GiveBackCase.Command(Id), "given-back", cancellationToken);

    public Task<IActionResult> OnPostCommentAsync(CancellationToken cancellationToken) =>
        DoAsync(new CommentOnCase.Command(Id, Text), "commented", cancellationToken);

    public Task<IActionResult> OnPostEscalateAsync(CancellationToken cancellationToken) =>
        DoAsync(new EscalateCase.Command(Id, Text), "escalated", cancellationToken);

    public Task<IActionResult> OnPostMuteAsync(string? handle, bool muted, CancellationToken cancellationToken) =>
        DoAsync(new MuteReporter.Command(Id, handle ?? "", muted), muted ? "muted" : "unmuted", cancellationToken);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new PreviewDecision.Command(Id, Chosen, Days, Rule, Reason, RemoveTexts, MarkTemplates),
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(outcome, cancellationToken);
        }

        Preview = outcome.Value;
        return await ViewAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new DecideCase.Command(Id, Chosen, Days, Rule, Reason, RemoveTexts, MarkTemplates),
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(outcome, cancellationToken);
        }

        this.Say(
            new Notice(texts["case-decided", outcome.Value.AuthorName])
            {
                Links = [new(texts["see-case"], $"/moderation/cases/{Id}")],
            }
        );
        return RedirectToPage("/Moderation/Index");
    }

    private async Task<IActionResult> DoAsync<T>(ICommand<T> command, string says, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(command, cancellationToken);
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(outcome, cancellationToken);
        }

        this.Say(texts[says]);
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> RefuseAsync<T>(Outcome<T> outcome, CancellationToken cancellationToken)
    {
        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await ViewAsync(cancellationToken) ? refused : NotFound();
    }

    private async Task<bool> ViewAsync(CancellationToken cancellationToken)
    {
        var viewed = await mediator.Send(new ViewCase.Command(Id), cancellationToken);
        if (!viewed.Succeeded || await mediator.Send(new ListRules.Query(), cancellationToken) is not { } rules)
        {
            return false;
        }

        Viewed = viewed.Value;
        Rules = rules.Select(rule => new Choice(rule.Id, rule.Name)).Prepend(new Choice("", texts["rule-none"]));
        Wordings = rules.Where(rule => rule.Wording.Length > 0);
        return true;
    }
}
