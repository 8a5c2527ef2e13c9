using ConnectGate.Care.Moderation.Recognition;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>Plays the lives of the demo's groups and gatherings.</summary>
/// <param name="ids">The ids of registered members, by handle.</param>
internal sealed class DemoGroups(DemoStage stage, IReadOnlyDictionary<string, long> ids, DateTimeOffset now)
{
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    /// <summary>The public id of a group; null for a null name.</summary>
    public string? IdOf(string? name) => name is null ? null : _byName[name];

    /// <param name="moderator">Gives the id of the moderator who recognises groups.</param>
    /// <param name="plan">Schedules an act at a time.</param>
    public void Plan(DemoContent.Grouped group, Func<long> moderator, Action<DateTimeOffset, Func<Task>> plan)
    {
        var made = now.AddDays(-group.MadeDaysAgo);
        plan(made, () => MakeAsync(group));
        if (group.Recognised)
        {
            plan(made.AddHours(20), () =>
                stage.DoAsync(
                    moderator(),
                    new RecogniseGroup.Command(
                        _byName[group.Name],
                        Recognised: true,
                        "We know its organiser, and what it does."
                    ),
                    asModerator: true
                )
            );
        }

        foreach (var (place, handle) in group.Members.Concat(group.Unlisted).Index())
        {
            plan(made.AddHours(22 + place), () => JoinAsync(group, handle));
        }

        foreach (var post in group.Posts)
        {
            plan(now.AddDays(-post.DaysAgo), () =>
                stage.DoAsync(ids[post.Author], new WritePost.Command(_byName[group.Name], post.Text))
            );
        }

        PlanAgenda(group, plan);
    }

    private void PlanAgenda(DemoContent.Grouped group, Action<DateTimeOffset, Func<Task>> plan)
    {
        foreach (var entry in group.Agenda ?? [])
        {
            plan(now.AddDays(-entry.DaysAgo), () =>
                stage.DoAsync(
                    ids[entry.Author],
                    new WriteAgendaEntry.Command(_byName[group.Name], entry.ComesFor, entry.CanGive)
                )
            );
        }
    }

    private async Task MakeAsync(DemoContent.Grouped group)
    {
        var begins = group.BeginsInDays is { } days
            ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(days)
            : (DateOnly?)null;
        var details = new GroupDetails(group.Name, group.About, begins, begins?.AddDays(group.Days - 1), group.Place);
        var id = _byName[group.Name] = (
            await stage.DoAsync(ids[group.Organiser], new MakeGroup.Command(group.Kind, details))
        ).Id;
        if (group.Invited is { } invited)
        {
            await stage.DoAsync(ids[group.Organiser], new InviteAttendees.Command(id, string.Join('\n', invited)));
        }
    }

    private async Task JoinAsync(DemoContent.Grouped group, string handle)
    {
        var code = (await stage.AskAsync(ids[group.Organiser], new ViewGroup.Query(_byName[group.Name])))!.JoinCode;
        await stage.DoAsync(
            ids[handle],
            new JoinGroup.Command(code, group.Members.Contains(handle, StringComparer.Ordinal))
        );
    }
}
