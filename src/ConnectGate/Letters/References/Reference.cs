namespace ConnectGate.Letters.References;

/// <summary>
/// "Do you know this person?": the recipient of a letter asks a connection that they and its sender have in common.
/// Seen by the two of them alone; who it is about never learns of it. Open while the letter waits; goes when one of the
/// two connections ends, or who was asked is suspended.
/// </summary>
internal sealed class Reference
{
    /// <summary>0 to 300 visible characters (the product's rule).</summary>
    public static readonly TextLimit LineLimit = new("reference-line", 0, 300);

    /// <summary>The most of them about one letter, and the most without an answer that wait with one member.</summary>
    public const int MostForALetter = 3,
        MostWaiting = 10;

    public long Id { get; private set; }
    public string PublicId { get; private set; } = Foundation.Data.PublicId.Next();

    /// <summary>The letter it was asked from.</summary>
    public required long RequestId { get; init; }

    /// <summary>Who asks: the letter's recipient.</summary>
    public required long AskerId { get; init; }

    /// <summary>Who is asked.</summary>
    public required long AskedId { get; init; }

    /// <summary>Whom it is about: the letter's sender.</summary>
    public required long AboutId { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>Null until answered.</summary>
    public Acquaintance? Answer { get; private set; }

    /// <summary>What they added; may be empty.</summary>
    public string Line { get; private set; } = "";

    /// <summary>When it was last answered.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Answers, or changes the answer.</summary>
    internal void Say(Acquaintance answer, string line, DateTime now)
    {
        (Answer, Line, AnsweredAt) = (answer, line, now);
        Version++;
    }
}

/// <summary>How well somebody knows whom they were asked about.</summary>
public enum Acquaintance
{
    /// <summary>Well. It vouches for the letter.</summary>
    KnowWell,

    /// <summary>A little. It vouches for the letter.</summary>
    KnowALittle,

    /// <summary>Connected, and no more than that: a normal answer.</summary>
    DontReallyKnow,

    /// <summary>They keep it to themself: a normal answer too.</summary>
    RatherNotSay,
}
