namespace ConnectGate.Gate.Reading;

/// <summary>
/// The gate's reading of lines that are no letter, for everyone who takes such: abuse and advertisements, whoever
/// welcomes offers.
/// </summary>
internal sealed class LineReader(NoteReader reader) : IReadsLines
{
    public Refusal? Read(string? text, string field) =>
        reader.ReadLine(text, field) is { } found
            ? new Refusal(found.Code, field, Words.Of($"line-{found.Code}")) { Quote = found.Quote }
            : null;
}
