namespace ConnectGate.Care.Moderation.Rules;

/// <summary>A rule of the community that a measure can name. A new community has six, which it may edit.</summary>
internal sealed class CommunityRule
{
    /// <summary>Optional words that a moderator can begin with.</summary>
    public static readonly TextLimit WordingLimit = new("wording", 0, 1_000);

    public long Id { get; private set; }
    public string PublicId { get; private init; } = Foundation.Data.PublicId.Next();
    public required string Name { get; set; }

    /// <summary>May be empty.</summary>
    public required string Wording { get; set; }

    /// <summary>A retired rule is not offered any more. The measures that named it keep its name.</summary>
    public DateTime? RetiredAt { get; set; }
}
