using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;

namespace ConnectGate.Tests.Slices.Letters.Introductions;

/// <summary>Introductions at several stages, made by real commands.</summary>
internal static class IntroductionStories
{
    public const string Words = "We sang in the same choir for years, and she repaired my harmonium.";

    /// <summary>Sends a letter to a connector, a connection of its sender, and returns its id.</summary>
    public static async Task<string> AskThroughAsync(
        this Community community,
        Person requester,
        Person connector,
        Person recipient
    )
    {
        var id = (
            await community.MustAsync(
                requester,
                new AskForIntroduction.Command(recipient.Handle, connector.Handle, A.AnotherLetter())
            )
        ).Id;
        community.Advance(TimeSpan.FromMinutes(5));
        return id;
    }

    /// <summary>Sends a letter that its connector passes on, and returns its id.</summary>
    public static async Task<string> PassOnAsync(
        this Community community,
        Person requester,
        Person connector,
        Person recipient
    )
    {
        var id = await community.AskThroughAsync(requester, connector, recipient);
        await community.MustAsync(connector, new PassOn.Command(id, Words));
        return id;
    }

    /// <summary>Offers two members an introduction by a new connection of both, and returns its id.</summary>
    public static async Task<string> OfferAsync(this Community community, Person introducer, Person one, Person other)
    {
        await community.InsertConnectionAsync(introducer, one);
        await community.InsertConnectionAsync(introducer, other);
        await community.MustAsync(
            introducer,
            new OfferIntroduction.Command(
                one.Handle,
                other.Handle,
                $"{other.DisplayName}: {Words}",
                $"{one.DisplayName}: {Words}"
            )
        );
        return (await community.QueryAsync(one, new ViewOffer.ToMe())).Items[0].Id;
    }

    /// <summary>Offers two members an introduction, to which both agree, and returns its id.</summary>
    public static async Task<string> AgreeAsync(this Community community, Person introducer, Person one, Person other)
    {
        var id = await community.OfferAsync(introducer, one, other);
        await community.MustAsync(one, new AnswerOffer.Command(id, Agrees: true));
        await community.MustAsync(other, new AnswerOffer.Command(id, Agrees: true));
        return id;
    }
}
