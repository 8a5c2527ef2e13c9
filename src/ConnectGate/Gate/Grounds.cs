namespace ConnectGate.Gate;

/// <summary>
/// How the two know each other, as far as somebody other than the sender confirms it. The letter's own claims do not
/// count.
/// </summary>
internal sealed record Grounds
{
    /// <summary>A stranger's letter: nobody confirms anything.</summary>
    public static Grounds None { get; } = new();

    /// <summary>The introduction by a connector; null where the letter comes directly from its sender.</summary>
    public PassedOn? Introduction { get; init; }

    /// <summary>Whether the connector has not yet written how they know both.</summary>
    public bool IsToBePassedOn => Introduction is { Words.Length: 0 };

    /// <summary>When both last confirmed that they met; null where they never did.</summary>
    public DateTime? MetAt { get; init; }

    /// <summary>
    /// Whether both ever confirmed that they met. Policies ask for it, and the recipient sees it with the letter.
    /// </summary>
    public bool Met => MetAt is not null;

    /// <summary>
    /// Whether they met longer ago than <see cref="GateOptions.MetCountsFor"/>. One meeting does not lift the limits
    /// for years.
    /// </summary>
    public bool MetLongAgo { get; init; }

    /// <summary>
    /// Whether both wrote to each other before they connected. It counts as met where the recipient's policy says so.
    /// </summary>
    public bool Talked { get; init; }

    /// <summary>
    /// Whether the letter is introduced, or the two recently confirmed that they met. Such a letter is outside the
    /// allowance and outside the recipient's limit of letters a week.
    /// </summary>
    public bool AreVouched => Introduction is not null || (Met && !MetLongAgo);

    /// <summary>
    /// Whether somebody other than the sender confirms that the two know each other. Policies ask for this.
    /// </summary>
    public bool AreSaid => Introduction is not null || Met;
}

/// <summary>The sender asked one of their connections to pass a letter on.</summary>
/// <param name="Words">The connector's words about how they know both; empty until the connector passes the letter
/// on.</param>
/// <param name="AskedAt">When the sender asked the connector. The request counts from then, so that its dates do not
/// reveal when the letter was passed on.</param>
internal sealed record PassedOn(long ConnectorId, string Words, DateTime AskedAt)
{
    /// <summary>20 to 500 visible characters (the product's rule asks for at least 20).</summary>
    public static readonly TextLimit Limit = new("introduction", 20, 500);
}
