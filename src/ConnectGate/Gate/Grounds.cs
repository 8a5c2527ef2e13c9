namespace ConnectGate.Gate;

/// <summary>
/// How the two know each other, as far as somebody beside the sender says so; what the letter claims is not among it.
/// </summary>
internal sealed record Grounds
{
    /// <summary>Nobody says anything: a stranger's letter.</summary>
    public static Grounds None { get; } = new();

    /// <summary>Who passes the letter on; null where it comes straight from its sender.</summary>
    public PassedOn? Introduction { get; init; }

    /// <summary>Whether its connector has yet to say how they know both.</summary>
    public bool IsToBePassedOn => Introduction is { Words.Length: 0 };

    /// <summary>When both last confirmed that they met; null where they never did.</summary>
    public DateTime? MetAt { get; init; }

    /// <summary>
    /// Whether both confirmed that they met. For good: it is what policies ask for, and is shown with the letter.
    /// </summary>
    public bool Met => MetAt is not null;

    /// <summary>
    /// Whether they met longer ago than <see cref="GateOptions.MetCountsFor"/>: one meeting does not open the door for
    /// years.
    /// </summary>
    public bool MetLongAgo { get; init; }

    /// <summary>
    /// Whether both wrote to each other before they connected; counts as met where the recipient says so.
    /// </summary>
    public bool Talked { get; init; }

    /// <summary>
    /// Whether it is no stranger's letter: introduced, or confirmed to have met lately. It is outside the allowance and
    /// outside a recipient's letters a week.
    /// </summary>
    public bool AreVouched => Introduction is not null || (Met && !MetLongAgo);

    /// <summary>
    /// Whether somebody beside the sender says that the two know each other, which is what policies ask for.
    /// </summary>
    public bool AreSaid => Introduction is not null || Met;
}

/// <summary>A connection of the sender's passes a letter on.</summary>
/// <param name="ConnectorId">Who does.</param>
/// <param name="Words">How they know both, in their words; empty until they have passed it on.</param>
/// <param name="AskedAt">When the sender asked for it: the request counts from then, so that its dates do not tell when
/// it was passed on.</param>
internal sealed record PassedOn(long ConnectorId, string Words, DateTime AskedAt)
{
    /// <summary>20 to 500 visible characters (the product's rule asks for at least 20).</summary>
    public static readonly TextLimit Limit = new("introduction", 20, 500);
}
