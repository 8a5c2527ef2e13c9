namespace ConnectGate.Gate;

/// <summary>
/// The reason for asking, chosen from a list and completed in the sender's words. It always has both parts.
/// </summary>
public sealed record StatedReason
{
    /// <summary>5 to 200 visible characters (the product's rule).</summary>
    public static readonly TextLimit DetailLimit = new("reason-detail", 5, 200);

    private StatedReason(Reason reason, string detail) => (Reason, Detail) = (reason, detail);

    public Reason Reason { get; }

    /// <summary>The sender's words that complete the reason.</summary>
    public string Detail { get; }

    /// <exception cref="ArgumentException">The reason or its detail is missing or invalid. The gate should have refused
    /// it.</exception>
    internal static StatedReason Of(Reason? reason, MeasuredText detail) =>
        reason is { } chosen && Enum.IsDefined(chosen) && detail.Check("reasonDetail") is null
            ? new(chosen, detail.Clean)
            : throw new ArgumentException(
                "A stated reason is one of the list with a detail of its length.",
                nameof(reason)
            );

    /// <inheritdoc cref="Of(Reason?, MeasuredText)"/>
    internal static StatedReason Of(Reason? reason, string? detail) => Of(reason, DetailLimit.Measure(detail));

    /// <summary>A reason that was checked when it was stored.</summary>
    internal static StatedReason FromStore(Reason reason, string detail) => new(reason, detail);
}

/// <summary>The reasons for asking to be connected. In the API in kebab-case: <c>met-in-person</c>.</summary>
public enum Reason
{
    /// <summary>They met.</summary>
    MetInPerson,

    /// <summary>They were at the same event.</summary>
    SameEvent,

    /// <summary>They belong to the same group.</summary>
    SameGroup,

    /// <summary>They worked together.</summary>
    WorkedTogether,

    /// <summary>Somebody both know pointed them to each other.</summary>
    Introduced,

    /// <summary>About something the recipient made or does.</summary>
    YourWork,

    /// <summary>Something to do together.</summary>
    Collaboration,

    /// <summary>Hiring, or looking for a job.</summary>
    HiringOrJob,

    /// <summary>To ask for or offer advice.</summary>
    Advice,

    /// <summary>Something else, which the detail says.</summary>
    Other,
}
