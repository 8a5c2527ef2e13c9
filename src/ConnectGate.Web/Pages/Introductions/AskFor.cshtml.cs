using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.Ties.Connections;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Writing;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>
/// Where a member asks a connection to introduce them. The member first chooses the connection, then writes the letter.
/// </summary>
public sealed class AskForModel(
    IMediator mediator,
    IStringLocalizer<IntroductionsTexts> texts,
    IStringLocalizer<AskingTexts> asking,
    ReaderTime reader
) : WriteLetterModel(mediator)
{
    [FromRoute]
    public string Handle { get; set; } = "";

    /// <summary>The handle of the chosen connection; null while none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Through { get; set; }

    /// <summary>The text to search the connections for.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    /// <summary>What the page shows before the member writes.</summary>
    public ComposeLetter.View Asked { get; private set; } = null!;

    /// <summary>The connections to choose from, while none is chosen.</summary>
    public ConnectionsToChoose Choice { get; private set; } = null!;

    public override string Address => $"/ask/{Handle}/introduction";

    public override LetterFields Fields => LetterFields.Of(Form, Asked);

    public override Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        Through is null ? ChooseFirstAsync(cancellationToken) : base.OnPostAsync(cancellationToken);

    public override Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken) =>
        Through is null ? ChooseFirstAsync(cancellationToken) : base.OnPostCheckAsync(cancellationToken);

    public override Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken) =>
        Through is null ? ChooseFirstAsync(cancellationToken) : base.OnPostPreviewAsync(cancellationToken);

    public Task<IActionResult> OnPostTakeBackAsync(string? id, CancellationToken cancellationToken) =>
        TakeBackAsync(id, handle => Handle = handle, asking, cancellationToken);

    protected override IActionResult Opened()
    {
        Form.Answers = new Dictionary<string, string?>(Fields.UsualAnswers, StringComparer.Ordinal);
        return Page();
    }

    protected override ICommand<SendRequest.Receipt> Send(Letter letter) =>
        new AskForIntroduction.Command(Handle, Through!, letter);

    protected override IQuery<LetterView?> See(Letter letter) => new PreviewLetter.Query(Handle, letter, Through);

    protected override IQuery<CheckRequest.View?> Check(Letter letter) =>
        new CheckRequest.Query(Handle, letter, Through);

    protected override string Said(SendRequest.Receipt receipt, string name) =>
        texts["ask-for-sent", name, reader.Left(receipt.DeliverAt), reader.Time(receipt.DeliverAt)];

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ComposeLetter.Query(Handle, Through), cancellationToken) is not { } asked)
        {
            return false;
        }

        Asked = asked;
        if (Through is null)
        {
            var found = await Mediator.Send(new ListConnections.Query(Cursor, Text), cancellationToken);
            Choice = new ConnectionsToChoose(Address, "through", Text, found);
        }

        return true;
    }

    private async Task<IActionResult> ChooseFirstAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? this.ShowRefusal("through", texts["choose-first"]) : NotFound();
}
