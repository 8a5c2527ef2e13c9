namespace ConnectGate.People.Members.Profiles;

/// <summary>One line of a profile beside names, headline and "about".</summary>
/// <param name="Field">The name of its <see cref="ProfileField"/>. The community may have removed the field
/// since.</param>
internal sealed record ProfileDetail(string Field, string Text, SeenBy SeenBy)
{
    public bool IsSeenBy(Closeness viewer) =>
        viewer == Closeness.Self
        || SeenBy switch
        {
            SeenBy.AllMembers => true,
            SeenBy.MyLetters => viewer is Closeness.Connected or Closeness.ReadsTheirLetter,
            _ => viewer == Closeness.Connected,
        };
}

/// <summary>The members who see a line of a profile.</summary>
public enum SeenBy
{
    /// <summary>Every member. Only such a line is searched.</summary>
    AllMembers,

    /// <summary>Connections, and the recipient of a letter beside that letter.</summary>
    MyLetters,

    /// <summary>Connections only.</summary>
    MyConnections,
}

/// <summary>What the viewer of a profile is to its owner.</summary>
internal enum Closeness
{
    AnyMember,
    ReadsTheirLetter,
    Connected,
    Self,
}

/// <summary>A line of a profile as somebody sees it.</summary>
/// <param name="Field">The field's name, in kebab-case.</param>
/// <param name="Label">The community's words for a field of its own; null for a field that every community has.</param>
/// <param name="Text">Plain text; of a link the full address.</param>
public sealed record DetailSeen(string Field, string? Label, FieldKind Kind, string Text)
{
    /// <summary>Who sees it; null for a viewer who is not the owner.</summary>
    public SeenBy? SeenBy { get; init; }
}
