namespace ConnectGate.Tests.Gate.Reading;

/// <summary>The words of a decline, which reach a stranger though they are no letter.</summary>
public sealed class ReplyTests
{
    private static readonly IReadOnlyList<Notes.Labelled> Replies = [.. Notes.Read("../Replies/replies.jsonl")];

    [Fact]
    public void No_decent_reply_is_refused_however_short_or_cool_it_is()
    {
        Assert.True(Replies.Count(reply => reply.Block == false) >= 60);
        Assert.Empty(
            from reply in Replies
            where reply.Block == false
            let code = Notes.Lines.Read(reply.Note.Text, "reply")?.Code
            where code is not null
            select $"{code}: {reply.Note.Text}"
        );
    }
}
