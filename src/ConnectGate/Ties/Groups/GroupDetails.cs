namespace ConnectGate.Ties.Groups;

/// <summary>
/// The details as an organiser typed them. Field names are in camel case: <c>name</c>, <c>beginsOn</c>.
/// </summary>
/// <param name="Name">5 to 80 visible characters.</param>
/// <param name="About">Up to 1,000 visible characters.</param>
/// <param name="BeginsOn">The first day of a gathering; ignored for a group.</param>
/// <param name="EndsOn">The last day of a gathering; null where it lasts one day. Ignored for a group.</param>
/// <param name="Place">2 to 120 visible characters for a gathering; ignored for a group.</param>
public sealed record GroupDetails(string? Name, string? About, DateOnly? BeginsOn, DateOnly? EndsOn, string? Place);

internal static class GroupDetailsRules
{
    /// <summary>
    /// Refuses invalid details, and text that is unfit for strangers: invited people read the details as strangers.
    /// </summary>
    public static IRuleBuilderOptionsConditions<T, GroupDetails> OfItsKind<T>(
        this IRuleBuilder<T, GroupDetails> rule,
        Func<T, GroupKind> kind,
        IReadsLines lines,
        Actor actor
    ) =>
        rule.Custom(
            (details, context) =>
            {
                foreach (
                    var refusal in Refusals(
                        kind(context.InstanceToValidate),
                        details,
                        lines,
                        DateOnly.FromDateTime(actor.Now)
                    )
                )
                {
                    context.Refuse(refusal);
                }
            }
        );

    private static IEnumerable<Refusal> Refusals(
        GroupKind kind,
        GroupDetails details,
        IReadsLines lines,
        DateOnly today
    )
    {
        IEnumerable<Refusal?> found =
        [
            Enum.IsDefined(kind) ? null : new Refusal("group-kind-missing", "kind", Words.Of("group-kind-missing")),
            Group.NameLimit.Check(details.Name, "name") ?? lines.Read(details.Name, "name"),
            Group.AboutLimit.Check(details.About, "about") ?? lines.Read(details.About, "about"),
            .. kind == GroupKind.Gathering ? OfAGathering(details, lines, today) : [],
        ];
        return found.OfType<Refusal>();
    }

    private static IEnumerable<Refusal?> OfAGathering(GroupDetails details, IReadsLines lines, DateOnly today)
    {
        var (first, last) = (today.AddYears(-Group.YearsBack), today.AddYears(Group.YearsAhead));
        yield return details.BeginsOn is not { } begins
            ? new Refusal("begins-on-missing", "beginsOn", Words.Of("begins-on-missing"))
        : begins < first || begins > last
            ? new Refusal("begins-on-out-of-range", "beginsOn", Words.Format("begins-on-out-of-range", first, last))
        : details.EndsOn < begins || details.EndsOn > begins.AddDays(Group.MostDays - 1)
            ? new Refusal("ends-on-out-of-range", "endsOn", Words.Format("ends-on-out-of-range", Group.MostDays))
        : null;
        yield return Group.PlaceLimit.Check(details.Place, "place") ?? lines.Read(details.Place, "place");
    }
}
