using System.Security.Cryptography;
using System.Text;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Requests;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox;

/// <summary>Declining: not now or not for me, silently or with words.</summary>
public sealed class DeclineModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : DecisionModel(mediator)
{
    private readonly IMediator _mediator = mediator;

    /// <summary>No words at all, the default.</summary>
    public const string Silent = "silent";

    private const string Own = "own";

    /// <summary>"Not for me" instead of "not now".</summary>
    [BindProperty(SupportsGet = true)]
    public bool ForGood { get; set; }

    /// <summary>Which words go out: none, offered ones by <see cref="KeyOf"/>, or one's own.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Words of one's own, and a better way.</summary>
    [BindProperty]
    public ReplyForm Reply { get; set; } = new();

    /// <summary>The words to choose from.</summary>
    public IEnumerable<Choice> Choices =>
        [
            new(Silent, texts["decline-silent"], texts["decline-silent-hint"]),
            .. Offered.Select(words => new Choice(KeyOf(words), words)),
            new(Own, texts["decline-own-words"]),
        ];

    private IReadOnlyList<string> Offered { get; set; } = [];

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanDecline;

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Words is { } words && words is not (Silent or Own) && !Offered.Any(offered => KeyOf(offered) == words))
        {
            return this.ShowRefusal("words", texts["decline-words-changed"]);
        }

        var reply = ChosenReply();
        var said = texts[reply is null ? "letter-declined" : "letter-declined-with-words"];
        return await DecideAsync(id, new DeclineRequest.Command(id, ForGood, reply), _ => said, cancellationToken);
    }

    protected override async Task<bool> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var opened = await base.OpenAsync(id, cancellationToken);
        if (opened)
        {
            Offered = (await _mediator.Send(new OfferedReplies.Query(), cancellationToken)).Texts;
        }

        return opened;
    }

    // Only what was chosen goes out: words typed and then left at "silent" stay unsent.
    private DeclineReply? ChosenReply() =>
        Words switch
        {
            Own => new DeclineReply(Reply.Text ?? "", Reply.Channel),
            null or Silent => null,
            { } key => new DeclineReply(Offered.First(words => KeyOf(words) == key), Reply.Channel),
        };

    // By what they say: were it by their place, a policy changed meanwhile would send words that nobody chose.
    private static string KeyOf(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(..8));

    /// <summary>The words as typed.</summary>
    public sealed class ReplyForm
    {
        /// <summary>Words of one's own.</summary>
        public string? Text { get; set; }

        /// <summary>A better way to be reached.</summary>
        public string? Channel { get; set; }
    }
}
