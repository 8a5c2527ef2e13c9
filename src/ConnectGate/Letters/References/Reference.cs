namespace ConnectGate.Letters.References;

/// <summary>
/// "Do you know this person?" The recipient of a letter asks a connection that they share with its sender. Only the
/// asker and the asked member see the reference. The letter's sender never learns of it. It is open while the letter
/// waits for a decision. It is deleted when one of the two connections ends, or when the asked member is suspended.
/// </summary>
internal sealed class Reference
{
    /// <summary>0 to 300 visible characters (the product's rule).</summary>
    public static readonly TextLimit LineLimit = new("reference-line", 0, 300);

    /// <summary>The most references about one letter, and the most unanswered references of one asked member.</summary>
    public const int MostForALetter = 3,
        MostWaiting = 10;

    public long Id { get; private set; }
    public string PublicId { get; private set; } = Foundation.Data.PublicId.Next();

    public required long RequestId { get; init; }

    /// <summary>The letter's recipient.</summary>
    public required long AskerId { get; init; }

    /// <summary>A mutual connection of the letter's recipient and its sender.</summary>
    public required long AskedId { get; init; }

    /// <summary>The letter's sender.</summary>
    public required long AboutId { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>Null until answered.</summary>
    public Acquaintance? Answer { get; private set; }

    /// <summary>An addition to the answer; may be empty.</summary>
    public string Line { get; private set; } = "";

    /// <summary>The time of the latest answer, in UTC; null until answered.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>A later answer replaces an earlier one.</summary>
    internal void Say(Acquaintance answer, string line, DateTime now)
    {
        (Answer, Line, AnsweredAt) = (answer, line, now);
        Version++;
    }
}

/// <summary>How well the asked member knows the letter's sender.</summary>
public enum Acquaintance
{
    /// <summary>Vouches for the letter.</summary>
    KnowWell,

    /// <summary>Vouches for the letter.</summary>
    KnowALittle,

    /// <summary>The two are connected, but no more than that. A normal answer; it does not vouch.</summary>
    DontReallyKnow,

    /// <summary>The member keeps the answer private. A normal answer; it does not vouch.</summary>
    RatherNotSay,
}
