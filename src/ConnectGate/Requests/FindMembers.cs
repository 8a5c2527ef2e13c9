using ConnectGate.Members;
using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Requests;

/// <summary>Search for members by name, headline, handle and other names.</summary>
public static class FindMembers
{
    /// <summary>A page of whom the text finds, by name; everyone where it is empty.</summary>
    /// <param name="Text">Words that must all occur; case and accents don't matter.</param>
    /// <param name="OnlyWhomIMayAsk">Only those the searcher could ask now, their allowance apart.</param>
    /// <param name="Cursor">Where the page begins, from the page before.</param>
    public sealed record Query(string? Text = null, bool OnlyWhomIMayAsk = false, string? Cursor = null) : IQuery<Page<Row>>;

    /// <summary>One member found.</summary>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="MatchedOtherName">The other name by which the text found them, if their name didn't.</param>
    /// <param name="Policy">Open or closed, as the searcher sees it.</param>
    /// <param name="MayAsk">Whether the searcher could ask them now, their allowance apart.</param>
    /// <param name="Connected">Whether the two are connected.</param>
    /// <param name="IsMe">Whether this is the searcher.</param>
    public sealed record Row(
        string Handle, string DisplayName, string Headline, string? MatchedOtherName, PolicyKind Policy, bool MayAsk, bool Connected, bool IsMe);

    /// <summary>The most characters of a search that are looked at.</summary>
    public const int LongestText = 100;

    internal sealed class Handler : IRequestHandler<Query, Page<Row>>
    {
        public Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
