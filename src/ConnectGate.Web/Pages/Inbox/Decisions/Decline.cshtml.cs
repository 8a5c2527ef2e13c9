using System.Security.Cryptography;
using System.Text;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Requests;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>Declining: not now or not for me, silently or with words.</summary>
public sealed class DeclineModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : DecisionModel(mediator)
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
            new(Silent, texts["decline-silent"], texts["decline-silent-hint"]),
            .. Offered.Select(words => new Choice(KeyOf(words), words)),
            new(Own, texts["decline-own-words"]),
        ];

    private IReadOnlyList<string> Offered { get; set; } = [];

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanDecline;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Words is { } words && words is not (Silent or Own) && !Offered.Any(offered => KeyOf(offered) == words))
        {
            return this.ShowRefusal("words", texts["decline-words-changed"]);
        }

        var reply = ChosenReply();
        var notice = texts[reply is null ? "letter-declined" : "letter-declined-with-words"];
        return await DecideAsync(new DeclineRequest.Command(Id, ForGood, reply), _ => notice, cancellationToken);
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await base.FindAsync(cancellationToken);
        if (found)
        {
            Offered = (await Mediator.Send(new OfferedReplies.Query(), cancellationToken)).Texts;
        }

        return found;
    }

    // Sends only what was chosen: words typed before "say nothing" was chosen stay unsent.
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
