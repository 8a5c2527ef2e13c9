namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// How a command came out: exactly one of a value, refusals, or not found. Bugs and illegal transitions are exceptions
/// instead.
/// </summary>
/// <typeparam name="T">What a success makes known.</typeparam>
public sealed class Outcome<T> : IOutcome<Outcome<T>>, ICarriesRefusals
{
    private readonly T? _value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals, bool succeeded) =>
        (_value, Refusals, Succeeded) = (value, refusals, succeeded);

    /// <inheritdoc/>
    public bool Succeeded { get; }

    /// <inheritdoc/>
    public bool IsNotFound => !Succeeded && Refusals.Count == 0;

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>What the success made known.</summary>
    /// <exception cref="InvalidOperationException">The command was refused or found nothing.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException("Only a success has a value.");

    object? IOutcome<Outcome<T>>.Value => _value;

    static Type IOutcome<Outcome<T>>.ValueType => typeof(T);

    /// <summary>A success.</summary>
    public static Outcome<T> Of(T value) => new(value, [], succeeded: true);

    /// <summary>What the command is about does not exist, or not for this member.</summary>
    public static Outcome<T> NotFound() => new(default, [], succeeded: false);

    /// <summary>Refused, with every finding.</summary>
    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0
            ? throw new ArgumentException("A refusal says why.", nameof(refusals))
            : new(default, refusals, succeeded: false);

    object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
        Refusals.Count == 0 ? this : Refused(word.Each(Refusals));

    static Outcome<T> IOutcome<Outcome<T>>.Restored(object? value) => Of((T)value!);

    /// <summary>A success, so that a handler can simply return what it made.</summary>
    public static implicit operator Outcome<T>(T value) => Of(value);
}

/// <summary>What the pipeline needs to know of an outcome without knowing its value.</summary>
/// <typeparam name="TSelf">The outcome itself.</typeparam>
public interface IOutcome<TSelf>
    where TSelf : IOutcome<TSelf>
{
    /// <summary>Whether the command was done.</summary>
    bool Succeeded { get; }

    /// <summary>Whether what the command is about does not exist for this member.</summary>
    bool IsNotFound { get; }

    /// <summary>Why it was refused; empty on success and when not found.</summary>
    IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The value, boxed; null unless it succeeded.</summary>
    object? Value { get; }

    /// <summary>The type of <see cref="Value"/>, for keeping it under an idempotency key.</summary>
    static abstract Type ValueType { get; }

    /// <summary>A refused outcome.</summary>
    static abstract TSelf Refused(IReadOnlyList<Refusal> refusals);

    /// <summary>A success that was kept under an idempotency key.</summary>
    static abstract TSelf Restored(object? value);
}
