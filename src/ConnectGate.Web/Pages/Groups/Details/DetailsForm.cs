using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups.Details;

/// <summary>What is typed about a group or gathering; its names are those of the refusals.</summary>
public sealed class DetailsForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>What it is about.</summary>
    public string? About { get; set; }

    /// <summary>The first day, as typed.</summary>
    public string? BeginsOn { get; set; }

    /// <summary>The last day, as typed.</summary>
    public string? EndsOn { get; set; }

    /// <summary>Where.</summary>
    public string? Place { get; set; }

    /// <summary>A form that begins with how it stands.</summary>
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

    /// <summary>The details, unchecked.</summary>
    public GroupDetails ToDetails() => new(Name, About, DateField.Parse(BeginsOn), DateField.Parse(EndsOn), Place);
}

/// <summary>What the fields of a group or gathering show, for making and for editing alike.</summary>
/// <param name="Form">What was typed so far.</param>
/// <param name="Kind">What it is.</param>
public sealed record DetailsFields(DetailsForm Form, GroupKind Kind);
