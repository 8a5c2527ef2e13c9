using ConnectGate.People.Members.Photos;

namespace ConnectGate.Care.Moderation.Reports;

/// <summary>A reported photo as it was, kept once however many members report it.</summary>
internal sealed class ReportedPhoto
{
    /// <summary>The version that it had (<see cref="Member.PhotoVersion"/>). Each photo has another.</summary>
    public required string Version { get; init; }

    /// <inheritdoc cref="Photo.Large"/>
    public required byte[] Large { get; init; }

    /// <inheritdoc cref="Photo.Small"/>
    public required byte[] Small { get; init; }

    /// <summary>A measure removed it, so an appeal can bring it back.</summary>
    public bool IsRemoved { get; private set; }

    internal void Remove(bool removed) => IsRemoved = removed;
}
