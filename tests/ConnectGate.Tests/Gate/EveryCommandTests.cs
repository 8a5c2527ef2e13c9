using ConnectGate.Letters.Attempts;

namespace ConnectGate.Tests.Gate;

/// <summary>
/// Every command either asks, and then passes every test of <see cref="WaysOfAskingTests"/>, or is listed as one that
/// does not ask.
/// </summary>
public sealed class EveryCommandTests
{
    private static readonly string[] DoesNotAsk =
    [
        "AcceptInvitation",
        "AcceptRequest",
        "AddPasskey",
        "AddRefusalCounts",
        "AddTemplate",
        "AdmitAddress",
        "AnnounceNode",
        "AnswerAppeal",
        "AnswerOffer",
        "AnswerRecipient",
        "AnswerReference",
        "AppealMeasure",
        "ApplyMemberImport",
        "ApplyMemberSlice",
        "ApproveApplicant",
        "AskReference",
        "BeginExport",
        "BeginImport",
        "BeginMemberImport",
        "BlockMember",
        "ChangeAddress",
        "ChangeJoinCode",
        "ChangePassword",
        "ChangePhoto",
        "ChangeSharing",
        "ChooseInboxOrder",
        "ChooseLanguage",
        "ClaimExport",
        "ClaimMail",
        "CloseGroup",
        "CommentOnCase",
        "ConfirmAddress",
        "ConfirmMeeting",
        "ConfirmOnServer",
        "CountTry",
        "DecideCase",
        "DeclineInvitation",
        "DeclineMany",
        "DeclineRequest",
        "DeleteAccount",
        "DiscardMemberImport",
        "EditGroup",
        "EditPolicy",
        "EditPrivacy",
        "EditProfile",
        "EditSettings",
        "EndAllSessions",
        "EndDigest",
        "EndSession",
        "EraseMember",
        "EscalateCase",
        "ExportAudit",
        "ExtendCode",
        "ForgetMail",
        "ForgetNode",
        "ForgetOutcomes",
        "ForgotPassword",
        "GiveBackCase",
        "GiveTryBack",
        "GrantRole",
        "InviteAddresses",
        "InviteAttendees",
        "JoinGroup",
        "KeepAccount",
        "KeepPiece",
        "LapseExpired",
        "LeaveGroup",
        "LapseMember",
        "LetGo",
        "ListApplicants",
        "ListInvitations",
        "ListMail",
        "ListMe",
        "MailRegistrationAgain",
        "MakeGroup",
        "MarkConversationRead",
        "MarkNotificationsRead",
        "MoveAddress",
        "MuteReporter",
        "NewRecoveryCodes",
        "NoteMeeting",
        "OfferIntroduction",
        "OpenAccount",
        "OpenRequest",
        "OrganiseGroup",
        "PassOn",
        "PreviewDecision",
        "RecogniseGroup",
        "RecordOpening",
        "RefreshSession",
        "RefuseApplicant",
        "RegisterMember",
        "RehashPassword",
        "RemoveAddressBook",
        "RemoveMember",
        "RemovePasskey",
        "RemovePhoto",
        "RemovePost",
        "RemoveTemplate",
        "RenamePasskey",
        "RemoveMember",
        "RenewMember",
        "ReportRequest",
        "ReportText",
        "ResetPassword",
        "ResetSecondFactor",
        "RetireRule",
        "SaveRule",
        "SaveSlice",
        "SeeSession",
        "SendDigests",
        "SendMailAgain",
        "SendTestMail",
        "SetUpAuthenticator",
        "SettleMail",
        "ShowCode",
        "SignInWithPasskey",
        "SignMemberOut",
        "SkipFirstStep",
        "StartSession",
        "StopTalk",
        "SwitchAuthenticatorOff",
        "SwitchAuthenticatorOn",
        "SwitchLetterKeys",
        "TakeBackInvitation",
        "TakeBackRemoval",
        "TakeCase",
        "TurnDownIntroduction",
        "UnblockMember",
        "UndoDecision",
        "ViewApplicant",
        "ViewCase",
        "ViewMember",
        "WithdrawInvitation",
        "WithdrawReport",
        "WithdrawRequest",
        "WriteAgendaEntry",
        "WriteMessage",
        "WriteNoteToSelf",
        "WritePost",
        "WriteToSender",
    ];

    [Fact]
    public void Every_command_is_known_to_ask_or_not_to_ask()
    {
        var known = WayOfAsking.All.Values.Select(way => Name(way.CommandType)).Concat(DoesNotAsk).ToList();
        var found = Commands(typeof(IAsk).Assembly).Select(Name).ToList();

        // A new command goes into one of the two lists, and one that is gone leaves it.
        Assert.Equal("", string.Join(", ", found.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Assert.Equal("", string.Join(", ", known.Except(found, StringComparer.Ordinal)));
    }

    [Fact]
    public void Exactly_the_commands_that_ask_are_an_IAsk() =>
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

    internal static string Name(Type command) => (command.DeclaringType ?? command).Name;

    private sealed record PlantedWayOfAsking : ICommand<Done>;
}
