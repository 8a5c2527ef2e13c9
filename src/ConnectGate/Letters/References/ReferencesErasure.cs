using ConnectGate.Foundation.Portability;

namespace ConnectGate.Letters.References;

/// <summary>The references that the member asked for, gave, or was the subject of.</summary>
internal sealed class ReferencesErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string> { [typeof(Reference)] = "deleted" };

    public Task EraseAsync(Leaver leaver, CancellationToken cancellationToken) =>
        context
            .References.Where(reference =>
                reference.AskerId == leaver.Id || reference.AskedId == leaver.Id || reference.AboutId == leaver.Id
            )
            .ExecuteDeleteAsync(cancellationToken);
}
