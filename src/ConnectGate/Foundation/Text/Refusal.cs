namespace ConnectGate.Foundation.Text;

/// <summary>One finding that keeps a command from being done.</summary>
/// <param name="Code">What was found, in kebab-case; stable, for programs.</param>
/// <param name="Field">The field it belongs to, in camel case as in the API (<c>note</c>, <c>answers[3]</c>); empty
/// when it belongs to none.</param>
/// <param name="Message">Words, in the reader's language, that say how to mend it.</param>
public sealed record Refusal(string Code, string Field, string Message);
