using System.Reflection;
using ConnectGate.Letters.Attempts;
using ConnectGate.Tests.Gate;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Conventions;

/// <summary>
/// Every command has its handler and, where it carries what a person wrote, its validator; and nobody outside can go
/// round them.
/// </summary>
public sealed class MessageConventionTests
{
    /// <summary>Names and ids, by which things are found; what is not found is not found.</summary>
    private static readonly string[] Finding =
    [
        "Id",
        "Ids",
        "Handle",
        "Recipient",
        "Token",
        "UpTo",
        "UpToMessageId",
        "SessionId",
        "Session",
        "Cursor",
        "Ticket",
        "Stamp",
        "Key",
        "Device",
        "Network",
        "Proof",
    ];

    /// <summary>Texts that no limit of ours judges but Identity, a code's own check or the handler.</summary>
    private static readonly string[] JudgedByTheirHandler =
    [
        // Passwords and codes are Identity's to judge, addresses are looked up or written to.
        "ChangeAddress+Command",
        "ChangePassword+Command",
        "ConfirmAddress+Command",
        "EndAllSessions+Command",
        "ForgotPassword+Command",
        "MailRegistrationAgain+Command",
        "RehashPassword+Command",
        "ResetPassword+Command",
        "SwitchAuthenticatorOff+Command",
        "SwitchAuthenticatorOn+Command",
        // A member's handle or address, looked up; a new address is written to.
        "GrantRole+Command",
        "LapseMember+Command",
        "MoveAddress+Command",
        "RemoveMember+Command",
        "RenewMember+Command",
        "SignMemberOut+Command",
        "TakeBackRemoval+Command",
        "ViewMember+Command",
        // Written to.
        "SendTestMail+Command",
        // Looked up.
        "TakeBackInvitation+Command",
        "WithdrawInvitation+Command",
        // Typed on the server by its administrator.
        "AdmitAddress+Command",
        "ConfirmOnServer+Command",
        "ResetSecondFactor+Command",
        // A node says it about itself.
        "AnnounceNode+Command",
    ];

    private static readonly Type[] Domain = typeof(IAsk).Assembly.GetTypes();

    private static readonly Type[] Commands = [.. EveryCommandTests.Commands(typeof(IAsk).Assembly)];

    [Fact]
    public void Every_message_has_exactly_one_handler()
    {
        var messages = Domain.Where(type =>
            type is { IsInterface: false, IsAbstract: false } && OutcomeOf(type) is not null
        );

        Empty((messages.Where(message => HandlersOf(message).Count() != 1)));
    }

    [Fact]
    public void Every_command_that_carries_text_has_a_validator() =>
        Empty(
            (
                from command in Commands
                where
                    command
                        .GetProperties()
                        .Any(property =>
                            property.PropertyType == typeof(string) && !Finding.Contains(property.Name)
                            || property.PropertyType == typeof(Letter)
                        )
                where
                    !Domain.Any(type =>
                        type.IsAssignableTo(typeof(IValidator<>).MakeGenericType(command)) && !type.IsAbstract
                    )
                where !JudgedByTheirHandler.Contains(command.FullName!.Split('.')[^1])
                select command
            )
        );

    [Fact]
    public void Handlers_rules_and_behaviors_are_internal() =>
        Empty(
            (
                Domain.Where(type =>
                    type.IsVisible
                    && type.GetInterfaces()
                        .Any(each =>
                            each == typeof(IGateRule)
                            || (
                                each.IsGenericType
                                && new[]
                                {
                                    typeof(IRequestHandler<,>),
                                    typeof(INotificationHandler<>),
                                    typeof(IPipelineBehavior<,>),
                                    typeof(IValidator<>),
                                }.Contains(each.GetGenericTypeDefinition())
                            )
                        )
                )
            )
        );

    [Fact]
    public void The_context_is_internal_and_no_entity_can_be_made_outside()
    {
        Assert.False(typeof(ConnectGateContext).IsVisible);
        var entities = typeof(ConnectGateContext)
            .GetProperties()
            .Where(property =>
                property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>)
            )
            .Select(property => property.PropertyType.GetGenericArguments()[0])
            .Where(entity => entity.Assembly == typeof(ConnectGateContext).Assembly);
        Empty(
            (
                entities.Where(entity =>
                    entity.IsVisible && entity.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length > 0
                )
            )
        );
    }

    private static IEnumerable<Type> HandlersOf(Type message) =>
        Domain.Where(type =>
            type.IsAssignableTo(typeof(IRequestHandler<,>).MakeGenericType(message, OutcomeOf(message)!))
        );

    private static Type? OutcomeOf(Type message) =>
        message
            .GetInterfaces()
            .FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IRequest<>))
            ?.GetGenericArguments()[0];

    private static void Empty(IEnumerable<Type> types) =>
        Assert.True(
            !types.Any(),
            string.Join(", ", types.Select(type => type.FullName!.Split('.')[^1]).Order(StringComparer.Ordinal))
        );
}
