using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.References;

/// <summary>Which references are open, and which vouch. In one place, since every reader must agree.</summary>
internal static class OpenReferences
{
    /// <summary>
    /// Those whose letter waits for its decision: they can be answered, and answers be changed. With the decision, and
    /// with any other end of the letter, they end.
    /// </summary>
    public static IQueryable<Reference> Open(
        this IQueryable<Reference> references,
        IQueryable<ConnectionRequest> letters,
        DateTime now
    ) =>
        references.Where(reference =>
            letters.Any(letter =>
                letter.Id == reference.RequestId
                && letter.State == RequestState.Waiting
                && letter.WithdrawnAt == null
                && letter.ExpiresAt > now
            )
        );

    /// <summary>Those whose answer speaks for the sender.</summary>
    public static IQueryable<Reference> Vouching(this IQueryable<Reference> references) =>
        references.Where(reference =>
            reference.Answer == Acquaintance.KnowWell || reference.Answer == Acquaintance.KnowALittle
        );

    /// <summary>Whether an answer speaks for the sender.</summary>
    public static bool Vouches(this Acquaintance answer) => answer is Acquaintance.KnowWell or Acquaintance.KnowALittle;
}
