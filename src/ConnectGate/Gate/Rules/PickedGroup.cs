namespace ConnectGate.Gate.Rules;

/// <summary>A group or gathering that a letter's sender picked, which both are confirmed to share.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name, which is the reason's detail where none was typed.</param>
/// <param name="Completes">The reason that it completes: the same event for a gathering, the same group for a
/// group.</param>
internal sealed record PickedGroup(long Id, string Name, Reason Completes);
