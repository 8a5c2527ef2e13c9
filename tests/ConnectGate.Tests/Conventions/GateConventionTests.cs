using ConnectGate.Letters.Requests;

namespace ConnectGate.Tests.Conventions;

/// <summary>There is one gate and one way past it.</summary>
public sealed class GateConventionTests
{
    [Fact]
    public void Only_the_gate_admits_a_letter() =>
        Assert.Equal(
            [typeof(ConnectGate.Gate.Gate).FullName],
            Assemblies.Domain.CallersOf(method =>
                method.Name == "Of" && method.DeclaringType.Name == nameof(AdmittedLetter)
            )
        );

    [Fact]
    public void Only_sending_makes_a_request() =>
        Assert.Equal(
            ["ConnectGate.Letters.Asking.Sending"],
            Assemblies.Domain.CallersOf(method =>
                method.Name == nameof(ConnectionRequest.Send) && method.DeclaringType.Name == nameof(ConnectionRequest)
            )
        );

    [Fact]
    public void Only_its_own_factory_constructs_a_request() =>
        Assert.Equal(
            [typeof(ConnectionRequest).FullName],
            Assemblies.Domain.CallersOf(method =>
                method.Name == ".ctor" && method.DeclaringType.FullName == typeof(ConnectionRequest).FullName
            )
        );

    [Fact]
    public void Only_the_shape_of_a_letter_judges_presence_and_length() =>
        Assert.Equal(
            ["ConnectGate.Gate.Rules.LetterShape"],
            Assemblies
                .Domain.CallersOf(method =>
                    method.DeclaringType.Name == nameof(TextLimit)
                    && method.Name is "Check" or "Presence" or "Length" or "Measure"
                )
                .Where(caller =>
                    caller.StartsWith("ConnectGate.Gate.Rules.", StringComparison.Ordinal)
                    || caller.StartsWith("ConnectGate.Letters.Attempts.", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Code_that_goes_round_the_gate_would_be_found() =>
        Assert.Contains(
            typeof(Planted).FullName!.Replace('+', '/'),
            Assemblies.Tests.CallersOf(method =>
                method.Name == nameof(ConnectionRequest.Send) && method.DeclaringType.Name == nameof(ConnectionRequest)
            )
        );

    private static class Planted
    {
        public static async Task<ConnectionRequest> AskAsync(Attempt attempt)
        {
            await Task.Yield();
            return ConnectionRequest.Send(AdmittedLetter.Of(attempt), new GateOptions(), attempt.Now);
        }
    }
}
