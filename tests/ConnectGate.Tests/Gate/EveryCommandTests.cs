using ConnectGate.Letters.Attempts;

namespace ConnectGate.Tests.Gate;

/// <summary>
/// Every command of the assembly either asks, and then every test of <see cref="WaysOfAskingTests"/> is its, or is
/// known not to.
/// </summary>
public sealed class EveryCommandTests
{
    private static readonly string[] DoesNotAsk =
    [
        "Accounts.AddPasskey",
        "Accounts.ChangeAddress",
        "Accounts.ChangePassword",
        "Accounts.ConfirmAddress",
        "Accounts.CountTry",
        "Accounts.EndAllSessions",
        "Accounts.EndSession",
        "Accounts.ForgotPassword",
        "Accounts.GiveTryBack",
        "Accounts.NewRecoveryCodes",
        "Accounts.RefreshSession",
        "Accounts.RemovePasskey",
        "Accounts.RenamePasskey",
        "Accounts.ResetPassword",
        "Accounts.SeeSession",
        "Accounts.SetUpAuthenticator",
        "Accounts.SignInWithPasskey",
        "Accounts.StartSession",
        "Accounts.SwitchAuthenticatorOff",
        "Accounts.SwitchAuthenticatorOn",
        "AddressBook.BeginImport",
        "AddressBook.RemoveAddressBook",
        "AddressBook.SaveSlice",
        "Administration.AdmitAddress",
        "Administration.ApproveApplicant",
        "Administration.InviteAddresses",
        "Administration.RefuseApplicant",
        "Administration.WithdrawInvitation",
        "Connections.BlockMember",
        "Connections.ChangeSharing",
        "Connections.LetGo",
        "Connections.UnblockMember",
        "Conversations.MarkConversationRead",
        "Conversations.WriteMessage",
        "Groups.AcceptInvitation",
        "Groups.ChangeJoinCode",
        "Groups.CloseGroup",
        "Groups.DeclineInvitation",
        "Groups.EditGroup",
        "Groups.InviteAttendees",
        "Groups.JoinGroup",
        "Groups.LeaveGroup",
        "Groups.ListMe",
        "Groups.MakeGroup",
        "Groups.OrganiseGroup",
        "Groups.RemoveMember",
        "Groups.TakeBackInvitation",
        "Inbox.AcceptRequest",
        "Inbox.ChooseInboxOrder",
        "Inbox.DeclineMany",
        "Inbox.DeclineRequest",
        "Inbox.OpenRequest",
        "Inbox.ReportRequest",
        "Inbox.UndoAccept",
        "Inbox.WriteToSender",
        "Introductions.AnswerOffer",
        "Introductions.OfferIntroduction",
        "Introductions.PassOn",
        "Introductions.TurnDownIntroduction",
        "Mail.ClaimMail",
        "Mail.SettleMail",
        "Meetings.ConfirmMeeting",
        "Meetings.ExtendCode",
        "Meetings.ShowCode",
        "Gate.EditPolicy",
        "Members.ConfirmOnServer",
        "Members.EditPrivacy",
        "Members.EditProfile",
        "Members.EditSettings",
        "Members.OpenAccount",
        "Members.RegisterMember",
        "Members.WriteNoteToSelf",
        "Moderation.AddTemplate",
        "Moderation.DismissCase",
        "Moderation.GrantRole",
        "Moderation.RecogniseGroup",
        "Moderation.RemoveTemplate",
        "Moderation.ResetSecondFactor",
        "Moderation.SuspendAuthor",
        "Moderation.ViewCase",
        "Noticeboards.RemovePost",
        "Noticeboards.ReportPost",
        "Noticeboards.WritePost",
        "Notifications.EndDigest",
        "Notifications.MarkNotificationsRead",
        "Notifications.SendDigests",
        "References.AnswerReference",
        "References.AskReference",
        "Requests.Refused.AddRefusalCounts",
        "Requests.Talks.AnswerRecipient",
        "Requests.Talks.StopTalk",
        "Requests.WithdrawRequest",
    ];

    [Fact]
    public void Every_command_is_known_to_ask_or_not_to_ask()
    {
        var known = WayOfAsking.All.Values.Select(way => Name(way.CommandType)).Concat(DoesNotAsk).ToList();
        var found = Commands(typeof(IAsk).Assembly).Select(Name).ToList();

        Assert.Equal("", string.Join(", ", found.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal))); // say of these whether they ask
        Assert.Equal("", string.Join(", ", known.Except(found, StringComparer.Ordinal))); // these are gone
    }

    [Fact]
    public void Whatever_asks_is_an_IAsk_and_nothing_else_is() =>
        Assert.Equal(
            WayOfAsking
                .All.Values.Select(way => Name(way.CommandType))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            Commands(typeof(IAsk).Assembly)
                .Where(command => command.IsAssignableTo(typeof(IAsk)))
                .Select(Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_planted_command_would_be_found() =>
        Assert.Contains(typeof(PlantedWayOfAsking), Commands(typeof(EveryCommandTests).Assembly));

    internal static IEnumerable<Type> Commands(System.Reflection.Assembly assembly) =>
        from type in assembly.GetTypes()
        where
            type.GetInterfaces()
                .Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ICommand<>))
        select type;

    private static string Name(Type command) =>
        command
            .FullName!.Replace("ConnectGate.", "", StringComparison.Ordinal)
            .Replace("+Command", "", StringComparison.Ordinal);

    private sealed record PlantedWayOfAsking : ICommand<Done>;
}
