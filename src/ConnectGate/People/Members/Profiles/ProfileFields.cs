using Microsoft.Extensions.Options;

namespace ConnectGate.People.Members.Profiles;

/// <summary>The fields of this community's profiles, and what a viewer sees of a member's lines.</summary>
internal sealed class ProfileFields(IOptions<FieldOptions> options)
{
    /// <summary>In the order of the pages.</summary>
    public IReadOnlyList<ProfileField> All { get; } =
    [
        .. ProfileField.Standard,
        .. options.Value.Fields.Select(field => new ProfileField(
            field.Name,
            VisibleText.Clean(field.Label),
            field.KindRead.GetValueOrDefault()
        )
        {
            Options = [.. field.Options],
        }),
    ];

    public ProfileField? Find(string? name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>The refusals of lines, each at its field: <c>details[0].text</c>.</summary>
    public IEnumerable<Refusal> Check(IReadOnlyList<EditProfile.Detail> details, IReadsLines lines)
    {
        var counts = All.ToDictionary(field => field.Name, _ => 0, StringComparer.Ordinal);
        foreach (var (place, detail) in details.Index())
        {
            var at = $"details[{place}]";
            if (Find(detail.Field) is not { } field)
            {
                yield return new Refusal("field-unknown", $"{at}.field", Words.Of("field-unknown"));
            }
            else if (!VisibleText.IsBlank(detail.Text) && ++counts[field.Name] > field.Most)
            {
                yield return new Refusal("too-many-lines", $"{at}.text", Words.Format("too-many-lines", field.Most));
            }
            else if (!Enum.IsDefined(detail.SeenBy))
            {
                yield return new Refusal("audience-missing", $"{at}.seenBy", Words.Of("audience-missing"));
            }
            else if (field.Check(detail.Text, $"{at}.text", lines) is { } refusal)
            {
                yield return refusal;
            }
        }
    }

    /// <summary>
    /// The member's lines in the order of the fields. Leaves out lines that the viewer may not see, and lines of fields
    /// that the community no longer has.
    /// </summary>
    public IReadOnlyList<DetailSeen> Seen(Member member, Closeness viewer) =>
        [.. Frozen(member, viewer).Select(line => viewer == Closeness.Self ? line : line with { SeenBy = null })];

    /// <summary>The same lines with the members who see each, so that a removed line can be put back.</summary>
    public IReadOnlyList<DetailSeen> Frozen(Member member, Closeness viewer) =>
        [
            .. from field in All
            from detail in member.Details
            where detail.Field == field.Name && detail.IsSeenBy(viewer)
            select new DetailSeen(field.Name, field.Label, field.Kind, detail.Text) { SeenBy = detail.SeenBy },
        ];
}
