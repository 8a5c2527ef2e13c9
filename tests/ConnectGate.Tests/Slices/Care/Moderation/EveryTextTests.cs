using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Care.Moderation;

/// <summary>
/// Every text by another member can be reported. A new column with a text fails here until it has a kind of report or a
/// reason to have none.
/// </summary>
public sealed class EveryTextTests() : CommunityTests(Database.Sqlite)
{
    /// <summary>The kind of report for each text, or why none is needed.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["Requests.Note"] = nameof(ReportedKind.Letter),
        ["Requests.ReasonDetail"] = nameof(ReportedKind.Letter),
        ["Requests.SenderName"] = nameof(ReportedKind.Letter),
        ["Requests.ReplyText"] = nameof(ReportedKind.Reply),
        ["Requests.ReplyChannel"] = nameof(ReportedKind.Reply),
        ["Requests.IntroductionWords"] = nameof(ReportedKind.Introduction),
        ["TalkMessages.Text"] = nameof(ReportedKind.Talk),
        ["References.Line"] = nameof(ReportedKind.Reference),
        ["OffersTo.Words"] = nameof(ReportedKind.Offer),
        ["Messages.Text"] = nameof(ReportedKind.Message),
        ["Posts.Text"] = nameof(ReportedKind.Post),
        ["AgendaEntries.ComesFor"] = nameof(ReportedKind.AgendaEntry),
        ["AgendaEntries.CanGive"] = nameof(ReportedKind.AgendaEntry),
        ["Members.DisplayName"] = nameof(ReportedKind.Profile),
        ["Members.Headline"] = nameof(ReportedKind.Profile),
        ["Members.About"] = nameof(ReportedKind.Profile),
        ["Groups.Name"] = nameof(ReportedKind.Group),
        ["Groups.About"] = nameof(ReportedKind.Group),
        ["Groups.Place"] = nameof(ReportedKind.Group),

        ["Connections.Note"] = "a copy of the letter, which its recipient could report",
        ["Connections.ReasonDetail"] = "a copy of the letter, which its recipient could report",
        ["Introductions.Words"] = "the letter has the same words for its recipient",
        ["AddressBook.Name"] = "only its owner reads it",
        ["AddressBook.Company"] = "only its owner reads it",
        ["AddressBook.Position"] = "only its owner reads it",
        ["Meetings.LowTalkedAbout"] = "only who wrote it reads it",
        ["Meetings.HighTalkedAbout"] = "only who wrote it reads it",
        ["NotesToSelf.Text"] = "only who wrote it reads it",
        ["Accounts.Application"] = "administrators read it, and decide about it",
        ["NoteTemplates.Text"] = "moderators read it",
        ["CaseComments.Text"] = "moderators read it",
        ["Reports.Comment"] = "moderators read it",
        ["Cases.ReasonGiven"] = "a moderator's words, against which an appeal helps",
        ["Suspensions.Reason"] = "a moderator's words, against which an appeal helps",
        ["Measures.Words"] = "a moderator's words, against which an appeal helps",
        ["Measures.AppealText"] = "moderators read it",
        ["Measures.AppealAnswer"] = "a moderator's words",
        ["CommunityRules.Name"] = "an administrator's words",
        ["CommunityRules.Wording"] = "an administrator's words",
    };

    [Fact]
    public async Task Every_text_by_a_member_can_be_reported_or_has_a_reason_why_not()
    {
        var texts = await Community.InDatabaseAsync(context =>
            Task.FromResult(
                context
                    .GetService<IDesignTimeModel>()
                    .Model.GetEntityTypes()
                    .SelectMany(entity =>
                        entity
                            .GetProperties()
                            .Where(property => HasLimit(entity, property))
                            .Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}")
                    )
                    .ToList()
            )
        );

        Assert.Equal(Texts.Keys.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_report_has_one_owner()
    {
        var kinds = await Community.InScopeAsync(null, null, services =>
            Task.FromResult(services.GetServices<IReportable>().Select(one => one.Kind).ToList())
        );

        Assert.Equal(Enum.GetValues<ReportedKind>().Order(), kinds.Order());
    }

    private static bool HasLimit(IEntityType entity, IProperty property) =>
        entity.FindCheckConstraint($"CK_{entity.GetTableName()}_{property.GetColumnName()}_Length") is not null;
}
