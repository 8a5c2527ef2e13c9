using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Letters.Introductions;

namespace ConnectGate.Tests.Gate;

/// <summary>One way of asking: the preparation that it needs, and the command that carries the letter.</summary>
internal sealed record WayOfAsking(
    Type CommandType,
    Func<Community, Person, Person, Task<Func<Letter, ICommand<SendRequest.Receipt>>>> PrepareAsync
)
{
    /// <summary><see cref="EveryCommandTests"/> fails when one is missing.</summary>
    public static readonly IReadOnlyDictionary<string, WayOfAsking> All = new Dictionary<string, WayOfAsking>(
        StringComparer.Ordinal
    )
    {
        ["send"] = new(typeof(SendRequest.Command), (_, _, recipient) =>
            Task.FromResult<Func<Letter, ICommand<SendRequest.Receipt>>>(letter => new SendRequest.Command(
                recipient.Handle,
                letter
            ))
        ),

        ["after a scanned code"] = new(typeof(SendRequest.Command), async (community, sender, recipient) =>
        {
            await community.MeetAsync(recipient, sender);
            return letter => new SendRequest.Command(recipient.Handle, letter);
        }),

        ["correct"] = new(typeof(CorrectRequest.Command), async (community, sender, recipient) =>
        {
            var answered = A.Letter() with { Answers = [new Answer("q1", "Your work on tides")] };
            var sent = await community.MustAsync(sender, new SendRequest.Command(recipient.Handle, answered));
            return letter => new CorrectRequest.Command(sent.Id, letter);
        }),

        ["ask for an introduction"] = new(typeof(AskForIntroduction.Command), async (community, sender, recipient) =>
        {
            var connector = await community.InsertAsync();
            await community.InsertConnectionAsync(sender, connector);
            return letter => new AskForIntroduction.Command(recipient.Handle, connector.Handle, letter);
        }),

        ["ask once both agreed"] = new(typeof(AskOnceAgreed.Command), async (community, sender, recipient) =>
        {
            var introducer = await community.InsertAsync();
            var offer = await community.AgreeAsync(introducer, sender, recipient);
            return letter => new AskOnceAgreed.Command(offer, letter);
        }),
    };
}
