using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>Somebody wrote in a talk. Published before the save, in its transaction.</summary>
/// <param name="Letter">The letter that the talk is about.</param>
/// <param name="Message">What; whether its reader is told, it says itself.</param>
/// <param name="Number">Its place in the talk, from 1.</param>
internal sealed record TalkWritten(ConnectionRequest Letter, TalkMessage Message, int Number) : INotification;
