namespace ConnectGate.Gate.Rules;

/// <summary>A group or gathering that the sender of a letter picked and that both are confirmed to share.</summary>
/// <param name="Id">The database id.</param>
/// <param name="Name">The name, which becomes the reason's detail where none was typed.</param>
/// <param name="Completes">The reason that it completes: the same event for a gathering, the same group for a
/// group.</param>
internal sealed record PickedGroup(long Id, string Name, Reason Completes);
