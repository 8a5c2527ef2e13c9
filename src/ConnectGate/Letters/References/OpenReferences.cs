using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.References;

/// <summary>
/// Defines which references are open and which vouch. One place defines it, because all readers must agree.
/// </summary>
internal static class OpenReferences
{
    /// <summary>
    /// References whose letter waits for a decision. Members can answer these and change their answers. A decision, or
    /// any other end of the letter, closes them.
    /// </summary>
    public static IQueryable<Reference> Open(
        this IQueryable<Reference> references,
        IQueryable<ConnectionRequest> letters,
        DateTime now
    )
    {
        var waiting = letters.Waiting(now);
        return references.Where(reference => waiting.Any(letter => letter.Id == reference.RequestId));
    }

    /// <summary>References whose answer vouches for the letter's sender.</summary>
    public static IQueryable<Reference> Vouching(this IQueryable<Reference> references) =>
        references.Where(reference =>
            reference.Answer == Acquaintance.KnowWell || reference.Answer == Acquaintance.KnowALittle
        );

    public static bool Vouches(this Acquaintance answer) => answer is Acquaintance.KnowWell or Acquaintance.KnowALittle;
}
