using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Members;

/// <summary>A member describes themself.</summary>
public static class EditProfile
{
    /// <summary>The current member's profile, as the form begins.</summary>
    public sealed record Query : IQuery<View>;

    /// <summary>What the form shows.</summary>
    /// <param name="Handle">Theirs for good.</param>
    /// <param name="DisplayName">The name that people know them by.</param>
    /// <param name="Headline">One line about them; may be empty.</param>
    /// <param name="About">More about them; may be empty.</param>
    /// <param name="Languages">Tags of the languages they read, in their order.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="BetterWays">"Better ways to reach me".</param>
    /// <param name="AllLanguages">Every language to choose from.</param>
    public sealed record View(
        string Handle, string DisplayName, string Headline, string About, IReadOnlyList<string> Languages, IReadOnlyList<string> OtherNames,
        IReadOnlyList<Way> BetterWays, IReadOnlyList<Language> AllLanguages);

    /// <summary>A better way to reach a member.</summary>
    /// <param name="Text">What it is.</param>
    /// <param name="Audience">Who sees it.</param>
    public sealed record Way(string? Text, Audience Audience);

    /// <summary>Replaces the profile. Blank other names and ways are left out. Fields: <c>displayName</c>, <c>otherNames[0]</c>, <c>betterWays[0].text</c>.</summary>
    /// <param name="DisplayName">1 to 80 visible characters.</param>
    /// <param name="Headline">Up to 160.</param>
    /// <param name="About">Up to 2,000.</param>
    /// <param name="Languages">Tags from <see cref="View.AllLanguages"/>.</param>
    /// <param name="OtherNames">Up to 10, of up to 80 each.</param>
    /// <param name="BetterWays">Up to 5, of up to 200 each.</param>
    public sealed record Command(
        string? DisplayName, string? Headline, string? About, IReadOnlyList<string>? Languages, IReadOnlyList<string?>? OtherNames,
        IReadOnlyList<Way>? BetterWays) : ICommand<Done>;

    /// <summary>The most other names.</summary>
    public const int MostOtherNames = Member.MostOtherNames;

    /// <summary>The most better ways.</summary>
    public const int MostBetterWays = Member.MostBetterWays;

    internal sealed class Handler : IRequestHandler<Query, View>, IRequestHandler<Command, Outcome<Done>>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();

        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
