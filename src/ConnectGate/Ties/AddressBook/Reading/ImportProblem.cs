using System.Text.Json.Serialization;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>A row, a card or a part of a zip that could not be read, or not as a whole.</summary>
/// <param name="Part">The part of the file.</param>
/// <param name="Row">The row number in a spreadsheet, or the number of the card, from 1. 0 for a part of a zip.</param>
/// <param name="Problem">The reason.</param>
/// <param name="File">The name of a part of a zip; null for a row or a card.</param>
public sealed record ImportProblem(ImportPart Part, int Row, RowProblem Problem, string? File = null)
{
    [JsonIgnore]
    internal Wording Wording => Words.Of("row-", Problem);
}

/// <summary>The parts of a file that are read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter))]
public enum ImportPart
{
    /// <summary>Connections.csv.</summary>
    Connections,

    /// <summary>Invitations.csv.</summary>
    Invitations,

    /// <summary>vCards.</summary>
    Cards,

    /// <summary>Another part of a zip.</summary>
    Other,
}

[JsonConverter(typeof(JsonStringEnumConverter))]
public enum RowProblem
{
    /// <summary>It has fewer fields than the header.</summary>
    TooShort,

    /// <summary>It has data but no name.</summary>
    Nameless,

    /// <summary>Its date is not valid. The person is imported without it.</summary>
    Date,

    /// <summary>It is neither INCOMING nor OUTGOING.</summary>
    Direction,

    /// <summary>It is longer than any normal row. The rest of the file was not read.</summary>
    TooLong,

    /// <summary>A card of a version other than 2.1, 3.0 and 4.0.</summary>
    Version,

    /// <summary>A card without an end.</summary>
    Unfinished,

    /// <summary>It has signs in place of lost characters. The person is imported with them.</summary>
    LostCharacters,

    /// <summary>A part of a zip without people, or of an unknown form. It was not read.</summary>
    Skipped,
}
