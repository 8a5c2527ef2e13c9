using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups.Details;

/// <summary>The form about a group or gathering. Its properties have the names of the refusals.</summary>
public sealed class DetailsForm
{
    public string? Name { get; set; }

    public string? About { get; set; }

    /// <summary>The typed first day.</summary>
    public string? BeginsOn { get; set; }

    /// <summary>The typed last day.</summary>
    public string? EndsOn { get; set; }

    public string? Place { get; set; }

    /// <summary>A form filled with the current details.</summary>
    public static DetailsForm Of(GroupDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new()
        {
            Name = details.Name,
            About = details.About,
            BeginsOn = DateField.Format(details.BeginsOn),
            EndsOn = DateField.Format(details.EndsOn),
            Place = details.Place,
        };
    }

    /// <summary>The typed details, unchecked.</summary>
    public GroupDetails ToDetails() => new(Name, About, DateField.Parse(BeginsOn), DateField.Parse(EndsOn), Place);
}

/// <summary>The fields for making and for editing a group or gathering.</summary>
public sealed record DetailsFields(DetailsForm Form, GroupKind Kind);
