namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// A use case that changes something. It runs in one writing transaction (see <c>WritingBehavior</c>) and comes out as
/// an <see cref="Outcome{T}"/>: what it made, every reason it was refused, or not found.
/// </summary>
/// <typeparam name="T">What is made known of a success; <see cref="Done"/> where there is nothing to tell.</typeparam>
public interface ICommand<T> : IRequest<Outcome<T>>;

/// <summary>
/// A use case that only reads. Null (for a nullable view) means not found: absent, or not for this viewer.
/// </summary>
/// <typeparam name="T">The view it projects to.</typeparam>
public interface IQuery<out T> : IRequest<T>;

/// <summary>The value of a success about which there is nothing more to tell.</summary>
public readonly record struct Done;
