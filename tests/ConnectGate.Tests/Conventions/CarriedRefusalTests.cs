using ConnectGate.Letters.Attempts;
using MediatR;

namespace ConnectGate.Tests.Conventions;

/// <summary>What a message comes to hands its refusals to the end of the pipeline, which words them.</summary>
public sealed class CarriedRefusalTests
{
    [Fact]
    public void Every_result_with_refusals_lets_them_be_worded() =>
        Assert.Empty(Results().Where(Hides).Select(result => result.FullName));

    [Fact]
    public void A_result_that_hides_its_refusals_is_found() => Assert.True(Hides(typeof(Planted)));

    private static IEnumerable<Type> Results() =>
        from type in typeof(IAsk).Assembly.GetTypes()
        from message in type.GetInterfaces()
        where message.IsGenericType && message.GetGenericTypeDefinition() == typeof(IRequest<>)
        select message.GenericTypeArguments[0];

    private static bool Hides(Type result) =>
        !result.IsAssignableTo(typeof(ICarriesRefusals))
        && result
            .GetProperties()
            .Any(property =>
                property.PropertyType == typeof(Refusal)
                || property.PropertyType.IsAssignableTo(typeof(IEnumerable<Refusal>))
            );

    private sealed record Planted(IReadOnlyList<Refusal> Refusals);
}
