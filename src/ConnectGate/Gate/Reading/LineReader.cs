namespace ConnectGate.Gate.Reading;

/// <summary>
/// Lets other features check lines that are not letters. Refuses abuse and advertisements, even where a member welcomes
/// offers.
/// </summary>
internal sealed class LineReader(NoteReader reader) : IReadsLines
{
    public Refusal? Read(string? text, string field) =>
        reader.ReadLine(text, field) is { } found
            ? new Refusal(found.Code, field, Words.Of($"line-{found.Code}")) { Quote = found.Quote }
            : null;
}
