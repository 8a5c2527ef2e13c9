using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>A row or card that could not be read. What it said is not kept.</summary>
/// <param name="Part">What it stands in.</param>
/// <param name="Row">Which it is: the row as a spreadsheet counts, or the card, from 1.</param>
/// <param name="Problem">Why.</param>
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

/// <summary>What is wrong with a row or card.</summary>
[JsonConverter(typeof(JsonStringEnumConverter))]
public enum RowProblem
{
    /// <summary>It has fewer fields than the header.</summary>
    TooShort,

    /// <summary>It names nobody, though it says something of them.</summary>
    Nameless,

    /// <summary>Its date is none.</summary>
    Date,

    /// <summary>It is neither INCOMING nor OUTGOING.</summary>
    Direction,

    /// <summary>It is longer than any such row is; what follows it in the file was not read.</summary>
    TooLong,

    /// <summary>A card that is of another version than 3.0 and 4.0.</summary>
    Version,

    /// <summary>A card that does not end.</summary>
    Unfinished,
}
