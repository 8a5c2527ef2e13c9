using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>A row or card that could not be read. Its content is not stored.</summary>
/// <param name="Part">The part of the file.</param>
/// <param name="Row">The row number in a spreadsheet, or the number of the card, from 1.</param>
/// <param name="Problem">The reason.</param>
public sealed record ImportProblem(ImportPart Part, int Row, RowProblem Problem)
{
    [JsonIgnore]
    internal Wording Wording => Words.Of("row-" + JsonNamingPolicy.KebabCaseLower.ConvertName(Problem.ToString()));
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
}

[JsonConverter(typeof(JsonStringEnumConverter))]
public enum RowProblem
{
    /// <summary>It has fewer fields than the header.</summary>
    TooShort,

    /// <summary>It has data but no name.</summary>
    Nameless,

    /// <summary>Its date is not valid.</summary>
    Date,

    /// <summary>It is neither INCOMING nor OUTGOING.</summary>
    Direction,

    /// <summary>It is longer than any normal row. The rest of the file was not read.</summary>
    TooLong,

    /// <summary>A card of a version other than 3.0 and 4.0.</summary>
    Version,

    /// <summary>A card without an end.</summary>
    Unfinished,
}
