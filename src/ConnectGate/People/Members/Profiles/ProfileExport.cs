using ConnectGate.Foundation.Portability;
using ConnectGate.People.Members.Photos;

namespace ConnectGate.People.Members.Profiles;

/// <summary>The member's profile, policy and settings, and their photo.</summary>
internal sealed class ProfileExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Member), typeof(Photo)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now)
    {
        var me = context.Members.Where(member => member.Id == memberId);
        yield return ExportTable.Of("profile", me, member => new
        {
            member.Handle,
            member.DisplayName,
            member.Headline,
            member.About,
            Languages = member.LanguageTags,
            OtherNames = member.OtherNames.Select(name => name.Text),
            BetterWays = member.BetterWays.Select(way => new { way.Text, way.Audience }),
            Details = member.Details.Select(detail => new
            {
                detail.Field,
                detail.Text,
                detail.SeenBy,
            }),
            member.JoinedAt,
        });
        yield return ExportTable.Of("policy", me, member => new
        {
            member.Policy.Kind,
            member.Policy.Text,
            Questions = member.Policy.Questions.Select(question => question.Text),
            member.Policy.MinimumNote,
            member.Policy.WelcomesPitches,
            member.Policy.WelcomesJobEnquiries,
            member.Policy.OnlyWrittenForMe,
            member.Policy.TalkedCountsAsMet,
            member.Policy.AwayUntil,
            member.Policy.LettersAWeek,
        });
        yield return ExportTable.Of("settings", me, member => new
        {
            member.FoundBy,
            Digest = member.Digest.Frequency,
            DigestHour = member.Digest.Hour,
            member.TimeZone,
            member.PreferredLanguage,
            member.InboxOrder,
            SingleKeys = !member.LetterKeysOff,
            member.SkippedSteps,
        });
    }

    public async Task<ExportFile?> FileOfAsync(long memberId, CancellationToken cancellationToken) =>
        await context
            .Photos.Where(photo => photo.MemberId == memberId)
            .Select(photo => photo.Large)
            .SingleOrDefaultAsync(cancellationToken)
            is { } picture
            ? new ExportFile("photo.webp", picture)
            : null;
}
