namespace ConnectGate.Care.Moderation.Reports;

/// <summary>The texts that a member can report. The addresses use the names in kebab-case.</summary>
public enum ReportedKind
{
    /// <summary>A letter with its answers and its talk. Only its recipient reports it.</summary>
    Letter,

    /// <summary>The words of a decline. Only the letter's sender reports them.</summary>
    Reply,

    /// <summary>The words with which a connector passed a letter on. Only the recipient reports them.</summary>
    Introduction,

    /// <summary>A message before the decision of a letter.</summary>
    Talk,

    /// <summary>The line of an answer to "Do you know this person?". Only who asked reports it.</summary>
    Reference,

    /// <summary>The words with which a member offers to introduce two others, to one of the two.</summary>
    Offer,

    /// <summary>A message in a conversation.</summary>
    Message,

    /// <summary>A post on a noticeboard.</summary>
    Post,

    /// <summary>An entry in a gathering's agenda.</summary>
    AgendaEntry,

    /// <summary>Headline, other names and "about" of a member.</summary>
    Profile,

    /// <summary>A member's photo.</summary>
    Photo,

    /// <summary>Name and description of a group or gathering.</summary>
    Group,
}

internal static class ReportedTexts
{
    /// <summary>The reports of a letter; a recipient makes at most one.</summary>
    public static IQueryable<Report> OfLetter(this IQueryable<Report> reports, long requestId) =>
        reports.Where(report => report.Kind == ReportedKind.Letter && report.SubjectId == requestId);
}
