using ConnectGate.Ties.Connections;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>A page of the member's connections, to choose one.</summary>
/// <param name="Action">The address of the choice and of the search.</param>
/// <param name="Parameter">The query parameter for the chosen handle.</param>
/// <param name="Text">The text to search for; null for none.</param>
public sealed record ConnectionsToChoose(
    string Action,
    string Parameter,
    string? Text,
    Page<ListConnections.Row> Connections
);
