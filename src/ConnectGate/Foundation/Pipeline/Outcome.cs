namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// The result of a command: exactly one of a value, refusals, advice, or not found. Bugs and illegal transitions are
/// exceptions instead.
/// </summary>
/// <typeparam name="T">The value of a success.</typeparam>
public sealed class Outcome<T> : IOutcome<Outcome<T>>, ICarriesRefusals
{
    private readonly T? _value;

    private Outcome(T? value, bool succeeded, IReadOnlyList<Refusal> refusals, IReadOnlyList<Refusal> advice) =>
        (_value, Succeeded, Refusals, Advice) = (value, succeeded, refusals, advice);

    public bool Succeeded { get; }

    /// <inheritdoc/>
    public bool IsNotFound => !Succeeded && Refusals.Count == 0 && Advice.Count == 0;

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>
    /// Findings that are only likely, where they are all that kept the command from being done. Nothing was stored.
    /// The same command is done once it says that its sender has seen them.
    /// </summary>
    public IReadOnlyList<Refusal> Advice { get; }

    /// <inheritdoc/>
    public bool KeepsChanges { get; private init; }

    /// <exception cref="InvalidOperationException">The command was refused or found nothing.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException("Only a success has a value.");

    object? IOutcome<Outcome<T>>.Value => _value;

    static Type IOutcome<Outcome<T>>.ValueType => typeof(T);

    public static Outcome<T> Of(T value) => new(value, succeeded: true, [], []);

    /// <summary>The command's subject does not exist, or not for this member.</summary>
    public static Outcome<T> NotFound() => new(default, succeeded: false, [], []);

    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0
            ? throw new ArgumentException("A refusal says why.", nameof(refusals))
            : new(default, succeeded: false, refusals, []);

    /// <summary>
    /// A refusal whose command changed something all the same. What it saved is committed.
    /// </summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static Outcome<T> RefusedAndKept(IReadOnlyList<Refusal> refusals) =>
        new(default, succeeded: false, Refused(refusals).Refusals, []) { KeepsChanges = true };

    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static Outcome<T> Advised(IReadOnlyList<Refusal> advice) =>
        advice.Count == 0
            ? throw new ArgumentException("Advice says what.", nameof(advice))
            : new(default, succeeded: false, [], advice);

    object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
        Refusals.Count + Advice.Count == 0
            ? this
            : new Outcome<T>(default, succeeded: false, word.Each(Refusals), word.Each(Advice))
            {
                KeepsChanges = KeepsChanges,
            };

    static Outcome<T> IOutcome<Outcome<T>>.Restored(object? value) => Of((T)value!);

    /// <summary>Lets a handler return its value directly.</summary>
    public static implicit operator Outcome<T>(T value) => Of(value);
}

/// <summary>The pipeline's view of an outcome, whatever the type of its value.</summary>
/// <typeparam name="TSelf">The outcome itself.</typeparam>
public interface IOutcome<TSelf>
    where TSelf : IOutcome<TSelf>
{
    bool Succeeded { get; }

    /// <summary>Whether the command's subject does not exist for this member.</summary>
    bool IsNotFound { get; }

    /// <summary>Empty on success and when not found.</summary>
    IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Whether the changes of a refused command are committed. A success always commits.</summary>
    bool KeepsChanges { get; }

    /// <summary>Boxed; null unless the command succeeded.</summary>
    object? Value { get; }

    /// <summary>The type of <see cref="Value"/>, for storing it under an idempotency key.</summary>
    static abstract Type ValueType { get; }

    static abstract TSelf Refused(IReadOnlyList<Refusal> refusals);

    /// <summary>A success that was stored under an idempotency key.</summary>
    static abstract TSelf Restored(object? value);
}
