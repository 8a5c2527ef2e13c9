using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Care.Moderation;

/// <summary>
/// A reported letter, or post on a noticeboard, as who reported it saw it then. Kept as JSON with the report.
/// </summary>
/// <param name="SenderName">The sender's name when they wrote.</param>
/// <param name="NameWhenReported">Their name when it was reported.</param>
/// <param name="SenderHandle">Their handle.</param>
/// <param name="Headline">Their headline when it was reported.</param>
/// <param name="OtherNames">Their other names when it was reported.</param>
/// <param name="Note">The note, or the post's text.</param>
/// <param name="Reason">The reason, by its name in the code; null of a post.</param>
/// <param name="ReasonDetail">What completes it; null of a post.</param>
/// <param name="Answers">The answers, with their questions; none of a post.</param>
/// <param name="SentAt">When it was sent, or posted.</param>
/// <param name="Talk">What the two wrote to each other before a decision, oldest first; null of a post, and in reports
/// from before there were talks.</param>
public sealed record Evidence(
    string SenderName,
    string NameWhenReported,
    string SenderHandle,
    string Headline,
    IReadOnlyList<string> OtherNames,
    string Note,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Gate.Reason>))] Gate.Reason? Reason,
    string? ReasonDetail,
    IReadOnlyList<Evidence.Answered> Answers,
    DateTime SentAt,
    IReadOnlyList<Evidence.Said>? Talk = null
)
{
    /// <summary>Who passed the letter on, and with which words; null where it came straight.</summary>
    public PassedOnBy? Introduction { get; init; }

    /// <summary>The group on whose noticeboard a post was; null of a letter.</summary>
    public string? PostedIn { get; init; }

    /// <summary>A question and its answer.</summary>
    public sealed record Answered(string Question, string Answer);

    /// <summary>An introduction, as it stood at the head of a letter.</summary>
    /// <param name="Handle">The connector's handle.</param>
    /// <param name="DisplayName">Their name when it was reported.</param>
    /// <param name="Words">How they know both.</param>
    public sealed record PassedOnBy(string Handle, string DisplayName, string Words);

    /// <summary>A message of a talk.</summary>
    /// <param name="BySender">Whether the letter's sender wrote it.</param>
    /// <param name="Text">Plain text.</param>
    /// <param name="At">When.</param>
    public sealed record Said(bool BySender, string Text, DateTime At);

    /// <summary>A letter as it is now, with what its recipient could read of the talk about it.</summary>
    internal static async Task<Evidence> OfAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        CancellationToken cancellationToken
    )
    {
        var author = await context
            .Members.AsNoTracking()
            .SingleAsync(member => member.Id == letter.SenderId, cancellationToken);
        return new Evidence(
            letter.SenderName,
            author.DisplayName,
            author.Handle,
            author.Headline,
            [.. author.OtherNames.Select(name => name.Text)],
            letter.Note.Text,
            letter.Reason,
            letter.ReasonDetail,
            [.. letter.Answers.Select(answer => new Answered(answer.Question, answer.Text))],
            letter.SentAt,
            await context
                .TalkMessages.Where(message => message.RequestId == letter.Id && message.IsDelivered)
                .OrderBy(message => message.Id)
                .Select(message => new Said(message.AuthorId == letter.SenderId, message.Text, message.WrittenAt))
                .ToListAsync(cancellationToken)
        )
        {
            Introduction = letter is { IntroducedById: { } connectorId, IntroductionWords: { } words }
                ? await context
                    .Members.Where(member => member.Id == connectorId)
                    .Select(member => new PassedOnBy(member.Handle, member.DisplayName, words))
                    .SingleAsync(cancellationToken)
                : null,
        };
    }

    /// <summary>A post as it is now.</summary>
    internal static Evidence OfPost(Member author, string group, string text, DateTime at) =>
        new(
            author.DisplayName,
            author.DisplayName,
            author.Handle,
            author.Headline,
            [.. author.OtherNames.Select(name => name.Text)],
            text,
            null,
            null,
            [],
            at
        )
        {
            PostedIn = group,
        };

    internal static Evidence FromJson(string json) => JsonSerializer.Deserialize<Evidence>(json)!;

    internal string ToJson() => JsonSerializer.Serialize(this);
}
