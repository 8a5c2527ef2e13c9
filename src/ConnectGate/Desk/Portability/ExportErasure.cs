using ConnectGate.Foundation.Portability;

namespace ConnectGate.Desk.Portability;

/// <summary>The member's export.</summary>
internal sealed class ExportErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string> { [typeof(Export)] = "deleted", [typeof(ExportPiece)] = "deleted" };

    // The pieces follow.
    public Task EraseAsync(Leaver leaver, CancellationToken cancellationToken) =>
        context.Exports.Where(export => export.MemberId == leaver.Id).ExecuteDeleteAsync(cancellationToken);
}
