using ConnectGate.Care.Audit;
using ConnectGate.Foundation.Audit;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>The search form of the audit log, as it was typed.</summary>
public sealed class AuditSearch
{
    /// <summary>Words of the entry.</summary>
    public string? Q { get; set; }

    public AuditAct? Act { get; set; }

    /// <summary>A handle, like <see cref="Subject"/>.</summary>
    public string? Actor { get; set; }

    public string? Subject { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public AuditFilter Filter => new(Q, Act, Actor, Subject, DateField.Parse(From), DateField.Parse(To));

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsEmpty => Filter.ToString().Length == 0;

    /// <summary>The values by the names of their fields, without the empty ones.</summary>
    public IEnumerable<(string Name, string Value)> Fields =>
        new (string Name, string? Value)[]
        {
            ("q", Q),
            ("act", Act?.ToString()),
            ("actor", Actor),
            ("subject", Subject),
            ("from", From),
            ("to", To),
        }
            .Where(typed => !string.IsNullOrWhiteSpace(typed.Value))
            .Select(typed => (typed.Name, typed.Value!));

    /// <summary>The acts to choose from, by their names in the reader's language.</summary>
    public static IEnumerable<Choice> Acts(IStringLocalizer<ModerationTexts> texts) =>
        Enum.GetValues<AuditAct>()
            .Select(act => new Choice(act.ToString(), texts.NameOf(act)))
            .OrderBy(act => act.Label, StringComparer.CurrentCulture)
            .Prepend(new Choice("", texts["audit-act-any"]));
}
