using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectGate.Data;
using ConnectGate.Members;
using ConnectGate.Requests;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Moderation;

/// <summary>A reported letter, or post on a noticeboard, as who reported it saw it then. Kept as JSON with the report.</summary>
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
public sealed record Evidence(
    string SenderName, string NameWhenReported, string SenderHandle, string Headline, IReadOnlyList<string> OtherNames, string Note,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Gate.Reason>))] Gate.Reason? Reason, string? ReasonDetail,
    IReadOnlyList<Evidence.Answered> Answers, DateTime SentAt)
{
    /// <summary>The group on whose noticeboard a post was; null of a letter.</summary>
    public string? PostedIn { get; init; }

    /// <summary>A question and its answer.</summary>
    public sealed record Answered(string Question, string Answer);

    /// <summary>A letter as it is now.</summary>
    internal static async Task<Evidence> OfAsync(ConnectGateContext context, ConnectionRequest letter, CancellationToken cancellationToken)
    {
        var author = await context.Members.AsNoTracking().SingleAsync(member => member.Id == letter.SenderId, cancellationToken);
        return new Evidence(
            letter.SenderName, author.DisplayName, author.Handle, author.Headline, [.. author.OtherNames.Select(name => name.Text)],
            letter.Note.Text, letter.Reason, letter.ReasonDetail, [.. letter.Answers.Select(answer => new Answered(answer.Question, answer.Text))], letter.SentAt);
    }

    /// <summary>A post as it is now.</summary>
    internal static Evidence OfPost(Member author, string group, string text, DateTime at) => new(
        author.DisplayName, author.DisplayName, author.Handle, author.Headline, [.. author.OtherNames.Select(name => name.Text)], text, null, null, [], at) { PostedIn = group };

    internal static Evidence FromJson(string json) => JsonSerializer.Deserialize<Evidence>(json)!;

    internal string ToJson() => JsonSerializer.Serialize(this);
}
