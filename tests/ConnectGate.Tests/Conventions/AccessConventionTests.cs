using System.Reflection;
using ConnectGate.Letters.Attempts;
using MediatR;

namespace ConnectGate.Tests.Conventions
{
    /// <summary>Every message declares who may send it.</summary>
    public sealed class AccessConventionTests
    {
        private static readonly Type[] Domain = typeof(IAsk).Assembly.GetTypes();

        [Fact]
        public void Every_message_declares_who_may_send_it() => Assert.Equal("", Undeclared(Domain));

        [Fact]
        public void A_message_that_declares_nobody_would_be_found() =>
            Assert.Contains(
                "ConnectGate.Tests.Conventions.Planted.UndeclaredCommand",
                Undeclared(typeof(AccessConventionTests).Assembly.GetTypes()).Split('\n')
            );

        [Fact]
        public void The_suspension_is_declared_by_commands_only() =>
            Assert.All(Domain.Where(type => DeclaredBy(type) == Senders.MembersNotSuspended), type =>
                Assert.Contains(type.GetInterfaces(), IsCommand)
            );

        private static string Undeclared(IEnumerable<Type> types) =>
            string.Join(
                '\n',
                types
                    .Where(type => type is { IsClass: true, IsAbstract: false } && IsMessage(type))
                    .Where(type => DeclaredBy(type) is null)
                    .Select(type => type.FullName)
            );

        private static Senders? DeclaredBy(Type type) => type.GetCustomAttribute<SentByAttribute>()?.Senders;

        private static bool IsMessage(Type type) => type.IsAssignableTo(typeof(IBaseRequest));

        private static bool IsCommand(Type type) =>
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICommand<>);
    }
}

namespace ConnectGate.Tests.Conventions.Planted
{
    internal sealed record UndeclaredCommand : ICommand<Done>
    {
        internal sealed class Handler : IRequestHandler<UndeclaredCommand, Outcome<Done>>
        {
            public Task<Outcome<Done>> Handle(UndeclaredCommand request, CancellationToken cancellationToken) =>
                Task.FromResult(Outcome<Done>.Of(default));
        }
    }
}
