using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Web.Pages.Writing;

namespace ConnectGate.Web.Pages.Ask;

/// <summary>Where a member asks another member to connect.</summary>
public sealed class IndexModel(
    IMediator mediator,
    IStringLocalizer<AskingTexts> texts,
    ReaderTime reader,
    TimeProvider clock
) : WriteLetterModel(mediator)
{
    [FromRoute]
    public string Handle { get; set; } = "";

    /// <summary>What the page shows before the member writes.</summary>
    public ComposeLetter.View Asked { get; private set; } = null!;

    /// <summary>The gathering from whose agenda the sender comes; null for none.</summary>
    [FromQuery]
    public string? From { get; set; }

    public override string Address => $"/ask/{Handle}";

    public override LetterFields Fields => LetterFields.Of(Form, Asked);

    public Task<IActionResult> OnPostTakeBackAsync(string? id, CancellationToken cancellationToken) =>
        TakeBackAsync(id, handle => Handle = handle, texts, cancellationToken);

    protected override IActionResult Opened()
    {
        Form.Reason = Asked.MetAt is null ? null : Reason.MetInPerson;
        Form.Note = Asked.TalkedAbout;
        Form.Answers = new Dictionary<string, string?>(Fields.UsualAnswers, StringComparer.Ordinal);
        if (Asked.Agendas.FirstOrDefault(agenda => agenda.GatheringId == From) is { } agenda)
        {
            Form.Reason = Reason.SameEvent;
            var isShared = Fields.Groups.Any(group => group.Id == From);
            Form.Group = isShared ? From : null;
            Form.ReasonDetail = isShared ? null : agenda.GatheringName;
        }

        return Page();
    }

    protected override ICommand<SendRequest.Receipt> Send(Letter letter) => new SendRequest.Command(Handle, letter);

    protected override IQuery<LetterView?> See(Letter letter) => new PreviewLetter.Query(Handle, letter);

    protected override IQuery<CheckRequest.View?> Check(Letter letter) => new CheckRequest.Query(Handle, letter);

    protected override string Said(SendRequest.Receipt receipt, string name) =>
        receipt.DeliverAt > clock.GetUtcNow().UtcDateTime
            ? texts["ask-sent", name, reader.Left(receipt.DeliverAt), reader.Time(receipt.DeliverAt)]
            : texts["ask-sent-at-once", name];

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ComposeLetter.Query(Handle), cancellationToken) is not { } asked)
        {
            return false;
        }

        Asked = asked;
        return true;
    }
}
