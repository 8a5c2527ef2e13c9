namespace ConnectGate.People.Members.Profiles;

/// <summary>A field of a profile that a member may fill in: one that every community has, or one of its own.</summary>
/// <param name="Name">In kebab-case, for the API and the database.</param>
/// <param name="Label">The community's words; null for a field that every community has.</param>
public sealed record ProfileField(string Name, string? Label, FieldKind Kind)
{
    /// <summary>
    /// The answer to recipients who ask "How do you use this network?". The ask page fills it in. All members see it.
    /// </summary>
    public const string HowIUse = "how-i-use";

    public const string Organisation = "organisation";

    public static readonly TextLimit LineLimit = new("detail", 0, 100),
        LinkLimit = new("detail", 0, 200),
        HowIUseLimit = new("detail", 0, 500);

    /// <summary>The fields that every community has.</summary>
    internal static readonly IReadOnlyList<ProfileField> Standard =
    [
        new(HowIUse, null, FieldKind.Text) { IsForAll = true, Limit = HowIUseLimit },
        new(Organisation, null, FieldKind.Text),
        new("role", null, FieldKind.Text),
        new("place", null, FieldKind.Text),
        new("link", null, FieldKind.Link) { Most = 3 },
    ];

    /// <summary>The choices of <see cref="FieldKind.Choice"/>; empty for the other kinds.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The most lines of this field in one profile.</summary>
    public int Most { get; init; } = 1;

    /// <summary>Whether all members see it, whatever the owner chooses.</summary>
    public bool IsForAll { get; init; }

    internal TextLimit Limit { get; init; } = Kind == FieldKind.Link ? LinkLimit : LineLimit;

    /// <summary>A reason why a member cannot fill the field so; null where they can.</summary>
    internal Refusal? Check(string? text, string field, IReadsLines lines)
    {
        if ((Limit.Check(text, field) ?? lines.Read(text, field)) is { } refusal)
        {
            return refusal;
        }

        var typed = VisibleText.Clean(text);
        return typed.Length == 0 ? null
            : Kind == FieldKind.Link && !IsSafe(typed)
                ? new Refusal("link-not-https", field, Words.Of("link-not-https"))
            : Kind == FieldKind.Choice && !Options.Contains(typed, StringComparer.Ordinal)
                ? new Refusal("choice-unknown", field, Words.Of("choice-unknown"))
            : null;
    }

    /// <summary>
    /// Whether connections may follow the link. An address with a user name is refused, because it looks like one of
    /// another host: <c>https://library.example@evil.example</c>.
    /// </summary>
    private static bool IsSafe(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.HostNameType == UriHostNameType.Dns
        && address.Host.Contains('.', StringComparison.Ordinal)
        && address.UserInfo.Length == 0
        && !link.Any(char.IsWhiteSpace);
}

public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>One of the field's options.</summary>
    Choice,

    /// <summary>A full address that begins with <c>https://</c>.</summary>
    Link,
}
