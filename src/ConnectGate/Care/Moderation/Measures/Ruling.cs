namespace ConnectGate.Care.Moderation.Measures;

/// <summary>The main part of a decision.</summary>
public enum Ruling
{
    /// <summary>No breach.</summary>
    Dismiss,
    Warn,
    ReduceAllowance,
    Suspend,
    SuspendForGood,
}
