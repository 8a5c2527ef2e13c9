namespace ConnectGate.Letters.Requests;

/// <summary>An answer and its question, both as they were at the time of sending.</summary>
internal sealed record AnswerGiven(string Question, string Text);
