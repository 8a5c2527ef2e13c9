namespace ConnectGate.Letters.References;

/// <summary>
/// Somebody was asked whether they know a letter's sender. Published before the save, in its transaction, like all of
/// these.
/// </summary>
internal sealed record ReferenceAsked(Reference Reference) : INotification;

/// <summary>Who was asked answered, for the first time or anew.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="First">Whether it had no answer before.</param>
internal sealed record ReferenceAnswered(Reference Reference, bool First) : INotification;

/// <summary>
/// What was asked of these members may have gone, because a connection ended or one of them was suspended.
/// </summary>
internal sealed record ReferencesGone(IReadOnlyList<long> MemberIds) : INotification;
