namespace ConnectGate.Letters.Requests;

/// <summary>An answer as it was given, with the question as it stood then.</summary>
internal sealed record AnswerGiven(string Question, string Text);
