using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectGate.Care.Moderation;
using ConnectGate.Gate;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>The invented people of the demo community and their texts: <c>community.json</c>.</summary>
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
        double JoinedDaysAgo,
        IReadOnlyList<EditProfile.Detail>? Details = null
    );

    /// <summary>A policy. <see cref="DemoScript"/> publishes its particular rules one day before the end.</summary>
    /// <param name="MinimumNote">In visible characters.</param>
    /// <param name="LettersAWeek">The most letters from strangers.</param>
    /// <param name="AwayForDays">Counted from today.</param>
    internal sealed record Published(
        PolicyKind Kind,
        string Text,
        IReadOnlyList<string> Questions,
        int? MinimumNote = null,
        int? LettersAWeek = null,
        int? AwayForDays = null,
        bool WelcomesPitches = false,
        bool WelcomesJobEnquiries = false
    )
    {
        /// <summary>Whether the policy has more than words and questions.</summary>
        public bool IsParticular =>
            Kind != PolicyKind.Open
            || WelcomesPitches
            || WelcomesJobEnquiries
            || (MinimumNote ?? LettersAWeek ?? AwayForDays) is not null;
    }

    /// <summary>A letter and its fate.</summary>
    /// <param name="Sender">A handle.</param>
    /// <param name="Recipient">A handle.</param>
    /// <param name="Detail">The detail of the reason.</param>
    /// <param name="Answers">In the order of the recipient's questions.</param>
    /// <param name="Then">The letter's fate.</param>
    /// <param name="Reply">The answer that goes out with an acceptance.</param>
    /// <param name="Talk">The messages after the connection; the sender writes the first.</param>
    /// <param name="Channel">The better way in a decline with words.</param>
    /// <param name="Met">Whether the two confirm that they met just before the letter.</param>
    /// <param name="Through">The handle of the connection who passes the letter on.</param>
    /// <param name="Introduction">The words of that connection; null where they do not pass it on.</param>
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

    /// <summary>An offered introduction to which both agreed.</summary>
    /// <param name="Introducer">A handle.</param>
    /// <param name="One">A handle.</param>
    /// <param name="Other">A handle.</param>
    /// <param name="Words">The words for the one.</param>
    /// <param name="OtherWords">The words for the other.</param>
    internal sealed record Offered(
        string Introducer,
        string One,
        string Other,
        double DaysAgo,
        string Words,
        string OtherWords
    );

    /// <param name="Organiser">A handle.</param>
    /// <param name="Members">The handles of members on the roster.</param>
    /// <param name="Unlisted">The handles of members who are not on the roster.</param>
    /// <param name="BeginsInDays">Negative for a past gathering.</param>
    /// <param name="Invited">The email addresses that the organiser invites.</param>
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
        IReadOnlyList<string>? Invited = null,
        IReadOnlyList<Entry>? Agenda = null
    );

    internal sealed record Posted(string Author, double DaysAgo, string Text);

    /// <summary>An entry in the agenda of a gathering that is near enough to have an open one.</summary>
    internal sealed record Entry(string Author, double DaysAgo, string ComesFor, string CanGive);

    internal enum Fate
    {
        [JsonStringEnumMemberName("wait")]
        Wait,

        [JsonStringEnumMemberName("connect")]
        Connect,

        /// <summary>Accepted seconds ago, so the recipient can still undo it.</summary>
        [JsonStringEnumMemberName("grace")]
        Grace,

        [JsonStringEnumMemberName("words")]
        Words,

        [JsonStringEnumMemberName("for-good")]
        ForGood,

        /// <summary>Withdrawn after the recipient opened it.</summary>
        [JsonStringEnumMemberName("withdraw")]
        Withdraw,

        [JsonStringEnumMemberName("report")]
        Report,
    }
}
