using System.Globalization;
using ConnectGate.Foundation;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;

namespace ConnectGate.People.Members;

/// <summary>A person with a profile. Its key is the account's.</summary>
internal sealed class Member
{
    public static readonly TextLimit DisplayNameLimit = new("display-name", 1, 80) { IsName = true };
    public static readonly TextLimit HeadlineLimit = new("headline", 0, 160);
    public static readonly TextLimit AboutLimit = new("about", 0, 2_000);

    /// <summary>The most other names, and the most better ways to reach the member.</summary>
    public const int MostOtherNames = 10,
        MostBetterWays = 5;

    private Member() { }

    public long Id { get; private set; }
    public string Handle { get; private set; } = "";
    public string DisplayName { get; private set; } = "";
    public string Headline { get; private set; } = "";
    public string About { get; private set; } = "";

    /// <summary>
    /// BCP 47 tags of the languages that they read, in their order, separated by blanks: <c>en de</c>.
    /// </summary>
    public string Languages { get; private set; } = "";

    /// <summary>The tags of <see cref="Languages"/> as a list.</summary>
    public IReadOnlyList<string> LanguageTags => Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Name, headline, handle, other names, about and the details that all members see, folded for search; see
    /// <see cref="SearchText"/>. A member finds another by any of it, so nothing that only some may see belongs here.
    /// </summary>
    public string SearchText { get; private set; } = "";

    public DateTime JoinedAt { get; private set; }

    /// <summary>
    /// The last change of the display name or of an other name. Letters sent before it mention the change.
    /// </summary>
    public DateTime NamesChangedAt { get; private set; }

    /// <summary>The members who find this member in search and in lists.</summary>
    public FoundBy FoundBy { get; private set; }

    public ConnectionPolicy Policy { get; private set; } = null!;
    public DigestSettings Digest { get; private set; } = null!;

    /// <summary>
    /// The time of the next digest, in UTC; null where the member wants none. The digest covers what is visible at that
    /// time, even where it is written later.
    /// </summary>
    public DateTime? DigestDueAt { get; private set; }

    /// <summary>IANA name of the time zone for dates and for the digest's hour.</summary>
    public string TimeZone { get; private set; } = "UTC";

    /// <summary>
    /// BCP 47 tag of the language for pages and mail. Not part of <see cref="Languages"/>, which other members see.
    /// </summary>
    public string PreferredLanguage { get; private set; } = "en";

    public InboxOrder InboxOrder { get; private set; }

    /// <summary>Whether single keys do nothing while the member reads their letters one after the other.</summary>
    public bool LetterKeysOff { get; private set; }

    /// <summary>The first steps that the member does not want to be shown.</summary>
    public IReadOnlyList<FirstStep> SkippedSteps { get; private set; } = [];

    /// <summary>The field "You may know me as".</summary>
    public IReadOnlyList<OtherName> OtherNames { get; private set; } = [];

    /// <summary>The field "Better ways to reach me".</summary>
    public IReadOnlyList<BetterWay> BetterWays { get; private set; } = [];

    /// <summary>Organisation, role, place, links, and the community's own fields.</summary>
    public IReadOnlyList<ProfileDetail> Details { get; private set; } = [];

    /// <summary>
    /// The last time that moderators upheld a report about them. It lowers their allowance for a time.
    /// </summary>
    public DateTime? ReportUpheldAt { get; private set; }

    /// <summary>
    /// Reports by several members hold the member's new requests back until then. Null, or past, for everybody else.
    /// </summary>
    public DateTime? HeldBackUntil { get; private set; }

    /// <summary>
    /// A part of the address of their photo, which nobody can guess. Null without a photo; each photo has another.
    /// </summary>
    public string? PhotoVersion { get; private set; }

    public int Version { get; private set; }

    internal static Member Register(
        long accountId,
        Handle handle,
        string displayName,
        DigestFrequency digest,
        DateTime now
    )
    {
        var member = new Member
        {
            Id = accountId,
            Handle = handle.Value,
            DisplayName = VisibleText.Clean(displayName),
            JoinedAt = now,
            NamesChangedAt = now,
            Policy = ConnectionPolicy.OpenToAll(),
            Digest = new DigestSettings(digest, DigestSettings.DefaultHour, now),
        };
        member.PlanDigest(now);
        member.FoldAnew();
        return member;
    }

    /// <summary>Sets the text for search from the names, by the folding of this version.</summary>
    internal void FoldAnew() =>
        SearchText = Foundation.Text.SearchText.Of([
            DisplayName,
            Handle,
            Headline,
            .. OtherNames.Select(name => name.Text),
            About,
            .. Details.Where(detail => detail.SeenBy == SeenBy.AllMembers).Select(detail => detail.Text),
        ]);

    internal void Describe(
        string displayName,
        string headline,
        string about,
        IEnumerable<string> languages,
        IEnumerable<string> otherNames,
        IEnumerable<BetterWay> betterWays,
        IEnumerable<ProfileDetail> details,
        DateTime now
    )
    {
        var names = otherNames
            .Select(VisibleText.Clean)
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        displayName = VisibleText.Clean(displayName);
        if (
            displayName != DisplayName
            || !names.SequenceEqual(OtherNames.Select(name => name.Text), StringComparer.Ordinal)
        )
        {
            NamesChangedAt = now;
        }

        DisplayName = displayName;
        Headline = VisibleText.Clean(headline).ReplaceLineEndings(" ");
        About = VisibleText.Clean(about);
        Languages = string.Join(' ', languages);
        OtherNames = [.. names.Select(name => new OtherName(name))];
        BetterWays =
        [
            .. betterWays
                .Where(way => !VisibleText.IsBlank(way.Text))
                .Select(way => way with { Text = VisibleText.Clean(way.Text) }),
        ];
        Details =
        [
            .. details
                .Where(detail => !VisibleText.IsBlank(detail.Text))
                .Select(detail => detail with { Text = VisibleText.Clean(detail.Text) }),
        ];
        FoldAnew();
        Version++;
    }

    /// <summary>Leaves nothing of the member's but the time at which they joined.</summary>
    internal void Erase(string handle, string displayName)
    {
        (Handle, DisplayName, Headline, About, Languages) = (handle, displayName, "", "", "");
        (OtherNames, BetterWays, Details, SkippedSteps) = ([], [], [], []);
        (Policy, FoundBy, InboxOrder, LetterKeysOff, PhotoVersion) = (
            ConnectionPolicy.OpenToAll(),
            default,
            default,
            false,
            null
        );
        (Digest, DigestDueAt) = (Digest with { Frequency = DigestFrequency.Never }, null);
        (TimeZone, PreferredLanguage) = ("UTC", "en");
        FoldAnew();
        Version++;
    }

    internal void Picture(string? photoVersion)
    {
        PhotoVersion = photoVersion;
        Version++;
    }

    internal void Publish(ConnectionPolicy policy)
    {
        Policy = policy;
        Version++;
    }

    internal void BeFoundBy(FoundBy whom)
    {
        FoundBy = whom;
        Version++;
    }

    /// <param name="at">The last upheld report; null where an appeal left none.</param>
    internal void BearUpheldReport(DateTime? at)
    {
        ReportUpheldAt = at;
        Version++;
    }

    /// <summary>Delivers the member's new requests not before that time; null ends it.</summary>
    internal void HoldBack(DateTime? until)
    {
        HeldBackUntil = until;
        Version++;
    }

    /// <summary>
    /// Replaces headline, "about" and details. A moderator removed them, or an appeal put them back.
    /// </summary>
    internal void ReplaceWords(string headline, string about, IEnumerable<ProfileDetail> details)
    {
        (Headline, About, Details) = (headline, about, [.. details]);
        FoldAnew();
        Version++;
    }

    internal void ReadIn(CultureInfo language, string timeZone, DateTime now)
    {
        (PreferredLanguage, TimeZone) = (language.Name, timeZone);
        PlanDigestAnew(now);
        Version++;
    }

    internal void ChooseDigest(DigestFrequency frequency, int hour, DateTime now)
    {
        // The first digest leaves out everything from before the member chose to have digests.
        var begins = Digest.Frequency == DigestFrequency.Never && frequency != DigestFrequency.Never;
        Digest = new DigestSettings(frequency, hour, begins ? now : Digest.CoveredUntil);
        PlanDigestAnew(now);
        Version++;
    }

    internal void Skip(FirstStep step)
    {
        SkippedSteps = [.. SkippedSteps.Append(step).Distinct()];
        Version++;
    }

    internal void ChooseInboxOrder(InboxOrder order)
    {
        InboxOrder = order;
        Version++;
    }

    internal void SwitchLetterKeys(bool on)
    {
        LetterKeysOff = !on;
        Version++;
    }

    /// <summary>
    /// Plans no digest until <see cref="PlanDigest"/>. The next one then covers the time in between.
    /// </summary>
    internal void PauseDigest()
    {
        DigestDueAt = null;
        Version++;
    }

    /// <summary>Sets the time of the next digest: the first that the schedule names after this instant.</summary>
    internal void PlanDigest(DateTime after) => DigestDueAt = Digest.NextAfter(after, Zones.Of(TimeZone));

    // A digest that is due already and not written yet stays due, unless the member wants none any more.
    private void PlanDigestAnew(DateTime now)
    {
        if (Digest.Frequency == DigestFrequency.Never || !(DigestDueAt <= now))
        {
            PlanDigest(now);
        }
    }
}

/// <summary>The order of the letters that wait.</summary>
public enum InboxOrder
{
    /// <summary>
    /// First the letters that somebody beside the sender supports: introduced, met, vouched for. Then the others. The
    /// newest come first in each group.
    /// </summary>
    VouchedFirst,

    /// <summary>The newest first.</summary>
    ByAge,
}
