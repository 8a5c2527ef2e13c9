using ConnectGate.Ties.Connections;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>One's own connections, to choose one of: a page of them, and a search.</summary>
/// <param name="Action">The address that goes on with the chosen one, and searches.</param>
/// <param name="Parameter">What it calls the chosen one.</param>
/// <param name="Text">What was searched for; null where nothing.</param>
/// <param name="Connections">Who there is to choose from.</param>
public sealed record ConnectionsToChoose(
    string Action,
    string Parameter,
    string? Text,
    Page<ListConnections.Row> Connections
);
