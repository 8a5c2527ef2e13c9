using ConnectGate.Connections;
using ConnectGate.Conversations;
using ConnectGate.Inbox;
using ConnectGate.Mail;
using ConnectGate.Members;
using ConnectGate.Moderation;
using ConnectGate.Notifications;
using ConnectGate.Requests;
using ConnectGate.Shared;

namespace ConnectGate.Tests.Gate;

/// <summary>Every command of the assembly either asks, and then every test of <see cref="WaysOfAskingTests"/> is its, or is known not to.</summary>
public sealed class EveryCommandTests
{
    private static readonly Type[] DoesNotAsk =
    [
        typeof(AcceptRequest.Command),
        typeof(BlockMember.Command),
        typeof(ChangeSharing.Command),
        typeof(ClaimMail.Command),
        typeof(DeclineMany.Command),
        typeof(DeclineRequest.Command),
        typeof(DismissCase.Command),
        typeof(EditPolicy.Command),
        typeof(EditProfile.Command),
        typeof(EditSettings.Command),
        typeof(EndDigest.Command),
        typeof(LetGo.Command),
        typeof(MarkConversationRead.Command),
        typeof(MarkNotificationsRead.Command),
        typeof(OpenRequest.Command),
        typeof(ReportRequest.Command),
        typeof(SendDigests.Command),
        typeof(SettleMail.Command),
        typeof(SuspendAuthor.Command),
        typeof(UnblockMember.Command),
        typeof(UndoAccept.Command),
        typeof(ViewCase.Command),
        typeof(WithdrawRequest.Command),
        typeof(WriteMessage.Command),
        typeof(WriteNoteToSelf.Command),
    ];

    [Fact]
    public void Every_command_is_known_to_ask_or_not_to_ask()
    {
        var known = WayOfAsking.All.Values.Select(way => way.CommandType).Concat(DoesNotAsk);

        Assert.Equal(Names(known), Names(Commands(typeof(IAsk).Assembly)));
    }

    [Fact]
    public void Whatever_asks_is_an_IAsk_and_nothing_else_is()
    {
        Assert.All(WayOfAsking.All.Values, way => Assert.True(way.CommandType.IsAssignableTo(typeof(IAsk)), way.CommandType.FullName));
        Assert.All(DoesNotAsk, command => Assert.False(command.IsAssignableTo(typeof(IAsk)), command.FullName));
    }

    [Fact]
    public void A_planted_command_would_be_found() =>
        Assert.Contains(typeof(PlantedWayOfAsking), Commands(typeof(EveryCommandTests).Assembly));

    internal static IEnumerable<Type> Commands(System.Reflection.Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ICommand<>))
        select type;

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.FullName!).Order(StringComparer.Ordinal);

    private sealed record PlantedWayOfAsking : ICommand<Done>;
}
