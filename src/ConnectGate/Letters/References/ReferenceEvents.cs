namespace ConnectGate.Letters.References;

/// <summary>
/// A member was asked whether they know a letter's sender. Published before the save, in its transaction, like every
/// event here.
/// </summary>
internal sealed record ReferenceAsked(Reference Reference) : INotification;

/// <summary>The asked member answered, or changed the answer.</summary>
/// <param name="Reference">The reference with the new answer.</param>
/// <param name="First">Whether it had no answer before.</param>
internal sealed record ReferenceAnswered(Reference Reference, bool First) : INotification;

/// <summary>
/// References to these members may be deleted, because a connection ended or one of the members was suspended.
/// </summary>
internal sealed record ReferencesGone(IReadOnlyList<long> MemberIds) : INotification;
