using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectGate.Care.Moderation;
using ConnectGate.Gate;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>
/// Who is in the demo community and what they wrote: <c>community.json</c>. All of them are invented.
/// </summary>
internal sealed record DemoContent(
    IReadOnlyList<DemoContent.Person> Members,
    IReadOnlyList<DemoContent.Sent> Letters,
    IReadOnlyList<DemoContent.Offered> Offers,
    IReadOnlyList<DemoContent.Grouped> Groups
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static DemoContent Read()
    {
        using var stream = typeof(DemoContent).Assembly.GetManifestResourceStream("demo-community.json")!;
        return JsonSerializer.Deserialize<DemoContent>(stream, Options)!;
    }

    /// <summary>A member.</summary>
    internal sealed record Person(
        string Handle,
        string Email,
        string DisplayName,
        string Headline,
        string About,
        IReadOnlyList<string> Languages,
        IReadOnlyList<string> OtherNames,
        IReadOnlyList<EditProfile.Way> BetterWays,
        Published Policy,
        double JoinedDaysAgo
    );

    /// <summary>
    /// Their policy; since when they ask for more than words and questions, <see cref="DemoScript"/> knows.
    /// </summary>
    /// <param name="Kind">Whom they let ask.</param>
    /// <param name="Text">Their words.</param>
    /// <param name="Questions">What each asker answers.</param>
    /// <param name="MinimumNote">The least length of a note.</param>
    /// <param name="LettersAWeek">How many strangers' letters they take.</param>
    /// <param name="AwayForDays">For how long from today they are away.</param>
    /// <param name="WelcomesOffers">Whether offers are welcome.</param>
    /// <param name="WelcomesJobEnquiries">Whether job enquiries are.</param>
    internal sealed record Published(
        PolicyKind Kind,
        string Text,
        IReadOnlyList<string> Questions,
        int? MinimumNote = null,
        int? LettersAWeek = null,
        int? AwayForDays = null,
        bool WelcomesOffers = false,
        bool WelcomesJobEnquiries = false
    )
    {
        /// <summary>Whether it asks for more than words and questions.</summary>
        public bool IsParticular =>
            Kind != PolicyKind.Open
            || WelcomesOffers
            || WelcomesJobEnquiries
            || (MinimumNote ?? LettersAWeek ?? AwayForDays) is not null;
    }

    /// <summary>A letter, and what became of it.</summary>
    /// <param name="Sender">Their handle.</param>
    /// <param name="Recipient">Theirs.</param>
    /// <param name="DaysAgo">When it was sent.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">What completes it.</param>
    /// <param name="Note">The note.</param>
    /// <param name="Answers">To the recipient's questions, in their order.</param>
    /// <param name="Then">What became of it; nothing, and it waits until its time is over.</param>
    /// <param name="Reply">What the accepter answered.</param>
    /// <param name="Talk">What the two wrote since, the sender first.</param>
    /// <param name="Words">The words of a decline.</param>
    /// <param name="Channel">The better way that came with them.</param>
    /// <param name="Category">What it was reported for.</param>
    /// <param name="Comment">What the reporter added.</param>
    /// <param name="Met">Whether both confirmed a moment before that they met.</param>
    /// <param name="Through">The handle of the connection who was asked to pass it on.</param>
    /// <param name="Introduction">The words with which they did.</param>
    /// <param name="Group">The name of the shared group that completes the reason.</param>
    internal sealed record Sent(
        string Sender,
        string Recipient,
        double DaysAgo,
        Reason Reason,
        string Detail,
        string Note,
        IReadOnlyList<string>? Answers,
        Fate Then,
        string? Reply,
        IReadOnlyList<string>? Talk,
        string? Words,
        string? Channel,
        ReportCategory? Category,
        string? Comment,
        bool Met = false,
        string? Through = null,
        string? Introduction = null,
        string? Group = null
    );

    /// <summary>An introduction that was offered to two, who both agreed.</summary>
    /// <param name="Introducer">Who offered it.</param>
    /// <param name="One">One of the two.</param>
    /// <param name="Other">The other.</param>
    /// <param name="DaysAgo">When.</param>
    /// <param name="Words">What the one read.</param>
    /// <param name="OtherWords">What the other read.</param>
    internal sealed record Offered(
        string Introducer,
        string One,
        string Other,
        double DaysAgo,
        string Words,
        string OtherWords
    );

    /// <summary>A group or gathering.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="About">What it is about.</param>
    /// <param name="Organiser">Who makes it.</param>
    /// <param name="MadeDaysAgo">When.</param>
    /// <param name="Recognised">Whether a moderator recognises it.</param>
    /// <param name="Members">Who joins and is on its roster.</param>
    /// <param name="Unlisted">Who joins and is not.</param>
    /// <param name="Posts">What is on its noticeboard.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Place">Where a gathering is.</param>
    /// <param name="BeginsInDays">In how many days from today it begins; past ones have a negative number.</param>
    /// <param name="Days">How many days it has.</param>
    /// <param name="Invited">Whom its organiser invites, by their addresses.</param>
    internal sealed record Grouped(
        string Name,
        string About,
        string Organiser,
        double MadeDaysAgo,
        bool Recognised,
        IReadOnlyList<string> Members,
        IReadOnlyList<string> Unlisted,
        IReadOnlyList<Posted> Posts,
        GroupKind Kind = GroupKind.Group,
        string? Place = null,
        int? BeginsInDays = null,
        int Days = 1,
        IReadOnlyList<string>? Invited = null
    );

    /// <summary>A post on a noticeboard.</summary>
    internal sealed record Posted(string Author, double DaysAgo, string Text);

    /// <summary>What became of a letter.</summary>
    internal enum Fate
    {
        [JsonStringEnumMemberName("wait")]
        Wait,

        [JsonStringEnumMemberName("connect")]
        Connect,

        /// <summary>Accepted a moment ago; can still be undone.</summary>
        [JsonStringEnumMemberName("grace")]
        Grace,

        [JsonStringEnumMemberName("words")]
        Words,

        [JsonStringEnumMemberName("for-good")]
        ForGood,

        /// <summary>Withdrawn after it was opened.</summary>
        [JsonStringEnumMemberName("withdraw")]
        Withdraw,

        [JsonStringEnumMemberName("report")]
        Report,
    }
}
