using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>A member wrote in a talk. Published before the save, in its transaction.</summary>
/// <param name="Letter">The letter that the talk is about.</param>
/// <param name="Message"><see cref="TalkMessage.IsDelivered"/> says whether the other member may learn of it.</param>
/// <param name="Number">The message's position in the talk, from 1.</param>
internal sealed record TalkWritten(ConnectionRequest Letter, TalkMessage Message, int Number) : INotification;
