namespace ConnectGate.Web.Pages.Inbox;

/// <summary>The addresses of a letter to the member and of its decisions.</summary>
/// <param name="Reading">Whether the member reads their letters one after the other. The next letter then follows each
/// decision.</param>
public sealed record LetterLinks(string Id, bool Reading)
{
    public string Letter => Page("");

    public string Accept => Page("/accept");

    public string NotNow => Page("/decline");

    public string NotForMe => Page("/decline", "forGood=true");

    public string Talk => Page("/talk");

    public string Report => Page("/report");

    public string NotMet => Page("/not-met");

    /// <summary>The address to which the undo of an acceptance posts.</summary>
    public string UndoAccept => Page("/accept", "handler=Undo");

    /// <summary>The address to which the undo of a decline posts.</summary>
    public string UndoDecline => Page("/decline", "handler=Undo");

    private string Page(string page, params IEnumerable<string> query)
    {
        var all = string.Join('&', Reading ? query.Append("reading=true") : query);
        return $"/inbox/{Id}{page}{(all.Length > 0 ? "?" : "")}{all}";
    }
}
