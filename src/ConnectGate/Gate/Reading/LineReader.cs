using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// Reads a line that strangers see though it is no letter: a display name, a headline, a reply. Refuses threats and
/// slurs alone, because a profile may say what its owner sells.
/// </summary>
internal sealed class LineReader(PhraseBook book) : IReadsLines
{
    public Refusal? Read(string? text, string field)
    {
        var line = new Passage(field, text ?? "", book);
        return line.Of(Section.Abuse) is [{ Phrase.Weight: >= NoteReader.AbuseLimit } threat, ..]
            ? new Refusal(Codes.Abuse, field, Words.Of("line-abuse")) { Quote = line.Evidence(threat).Quote }
            : null;
    }
}
