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
public sealed class CaseModel(IMediator mediator, IStringLocalizer<ModerationTexts> texts) : SubjectModel(mediator)
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

    /// <summary>The decision in the form.</summary>
    private DecideCase.Command Decision => new(Id, Chosen, Days, Rule, Reason, RemoveTexts, MarkTemplates);

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) =>
        StayAsync(new TakeCase.Command(Id), "taken", cancellationToken);

    public Task<IActionResult> OnPostGiveBackAsync(CancellationToken cancellationToken) =>
        StayAsync(new GiveBackCase.Command(Id), "given-back", cancellationToken);

    public Task<IActionResult> OnPostCommentAsync(CancellationToken cancellationToken) =>
        StayAsync(new CommentOnCase.Command(Id, Text), "commented", cancellationToken);

    public Task<IActionResult> OnPostEscalateAsync(CancellationToken cancellationToken) =>
        StayAsync(new EscalateCase.Command(Id, Text), "escalated", cancellationToken);

    public Task<IActionResult> OnPostMuteAsync(string? handle, bool muted, CancellationToken cancellationToken) =>
        StayAsync(new MuteReporter.Command(Id, handle ?? "", muted), muted ? "muted" : "unmuted", cancellationToken);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new PreviewDecision.Command(Decision), cancellationToken);
        if (outcome.IsNotFound || !await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Preview = outcome.Succeeded ? outcome.Value : null;
        return outcome.Succeeded ? Page() : this.ShowRefusals(outcome.Refusals);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(
            Decision,
            decided =>
                new(texts["case-decided", decided.AuthorName])
                {
                    Links = [new(texts["see-case"], $"/moderation/cases/{Id}")],
                },
            RedirectToPage("/Moderation/Index"),
            cancellationToken
        );

    /// <inheritdoc/>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var viewed = await Mediator.Send(new ViewCase.Command(Id), cancellationToken);
        if (!viewed.Succeeded || await Mediator.Send(new ListRules.Query(), cancellationToken) is not { } rules)
        {
            return false;
        }

        Viewed = viewed.Value;
        Rules = rules.Select(rule => new Choice(rule.Id, rule.Name)).Prepend(new Choice("", texts["rule-none"]));
        Wordings = rules.Where(rule => rule.Wording.Length > 0);
        return true;
    }

    private Task<IActionResult> StayAsync<T>(ICommand<T> command, string says, CancellationToken cancellationToken) =>
        DoAsync(command, _ => new(texts[says]), RedirectToPage(new { Id }), cancellationToken);
}
