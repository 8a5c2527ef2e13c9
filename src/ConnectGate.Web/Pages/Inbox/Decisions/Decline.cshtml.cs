using System.Security.Cryptography;
using System.Text;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Requests;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>Declining: not now or not for me, silently or with words.</summary>
public sealed class DeclineModel(IMediator mediator, IStringLocalizer<InboxTexts> texts)
    : DecisionModel(mediator, texts)
{
    /// <summary>The default: no words go out.</summary>
    public const string Silent = "silent";

    private const string Own = "own";

    /// <summary>"Not for me" instead of "not now".</summary>
    [BindProperty(SupportsGet = true)]
    public bool ForGood { get; set; }

    /// <summary>
    /// The words that go out: <see cref="Silent"/>, the <see cref="KeyOf"/> of offered words, or the member's own.
    /// </summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public ReplyForm Reply { get; set; } = new();

    public IEnumerable<Choice> Choices =>
        [
            new(Silent, Texts["decline-silent"], Texts["decline-silent-hint"]),
            .. Offered.Select(words => new Choice(KeyOf(words), words)),
            new(Own, Texts["decline-own-words"]),
        ];

    private IReadOnlyList<string> Offered { get; set; } = [];

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanDecline;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Words is not (null or Silent or Own))
        {
            await ReadOfferedAsync(cancellationToken);
        }

        if (Refusal is { } refusal)
        {
            return await FindAsync(cancellationToken) ? this.ShowRefusal("words", Texts[refusal]) : NotFound();
        }

        var reply = ChosenReply();
        return await DecideAsync(
            new DeclineRequest.Command(Id, ForGood, reply),
            (_, name) =>
                Texts[
                    reply is not null ? "letter-declined-with-words"
                    : ForGood ? "letter-declined-for-good"
                    : "letter-declined",
                    name
                ],
            reply is null ? Links.UndoDecline : null,
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken) => UndoAsync(cancellationToken);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await base.FindAsync(cancellationToken);
        if (found)
        {
            await ReadOfferedAsync(cancellationToken);
        }

        return found;
    }

    private async Task ReadOfferedAsync(CancellationToken cancellationToken) =>
        Offered = (await Mediator.Send(new OfferedReplies.Query(), cancellationToken)).Texts;

    /// <summary>
    /// The name of the refusal of chosen words that changed, or of typed ones that the choice would leave out; null for
    /// none.
    /// </summary>
    private string? Refusal =>
        Words is { } words && words is not (Silent or Own) && !Offered.Any(offered => KeyOf(offered) == words)
            ? "decline-words-changed"
        : Words != Own && !VisibleText.IsBlank(Reply.Text) ? "decline-words-unsent"
        : Words is null or Silent && !VisibleText.IsBlank(Reply.Channel) ? "decline-channel-unsent"
        : null;

    private DeclineReply? ChosenReply() =>
        Words switch
        {
            Own => new DeclineReply(Reply.Text ?? "", Reply.Channel),
            null or Silent => null,
            { } key => new DeclineReply(Offered.First(words => KeyOf(words) == key), Reply.Channel),
        };

    // The key comes from the text. A key from the place would send the wrong words after a change of the policy.
    private static string KeyOf(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(..8));

    public sealed class ReplyForm
    {
        public string? Text { get; set; }

        /// <summary>A better way to reach the member.</summary>
        public string? Channel { get; set; }
    }
}
