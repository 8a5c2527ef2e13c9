namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// A use case that changes something. It runs in one writing transaction (see <c>WritingBehavior</c>). Its result is an
/// <see cref="Outcome{T}"/>: a value, every reason for a refusal, or not found.
/// </summary>
/// <typeparam name="T">The value of a success; <see cref="Done"/> where there is none.</typeparam>
public interface ICommand<T> : IRequest<Outcome<T>>;

/// <summary>
/// A use case that only reads. Null (for a nullable view) means not found: absent, or not for this viewer.
/// </summary>
public interface IQuery<out T> : IRequest<T>;

/// <summary>The value of a success that has nothing to report.</summary>
public readonly record struct Done;
