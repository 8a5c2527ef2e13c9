using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Profiles;

namespace ConnectGate.Care.Moderation;

/// <summary>
/// A reported text, as the reporter saw it when they reported it. Stored as JSON with the report.
/// </summary>
/// <param name="SenderName">The name when the sender wrote.</param>
/// <param name="NameWhenReported">The name when the report was made.</param>
/// <param name="Headline">The headline when the report was made.</param>
/// <param name="OtherNames">The other names when the report was made.</param>
/// <param name="Note">The letter's note, or the other text. A profile has the name, the headline and "about" in lines
/// of their own, a group its name and description.</param>
/// <param name="Reason">The name of the enum member; null for another text than a letter.</param>
/// <param name="ReasonDetail">The detail that the reason asks for; null for another text than a letter.</param>
/// <param name="Answers">The recipient's questions with the answers; empty for another text than a letter.</param>
/// <param name="SentAt">When the text was written, or the letter was sent.</param>
/// <param name="Talk">The messages before a decision, oldest first. Null for another text than a letter and in reports
/// older than the talk feature.</param>
public sealed record Evidence(
    string SenderName,
    string NameWhenReported,
    string SenderHandle,
    string Headline,
    IReadOnlyList<string> OtherNames,
    string Note,
    Gate.Reason? Reason,
    string? ReasonDetail,
    IReadOnlyList<Evidence.Answered> Answers,
    DateTime SentAt,
    IReadOnlyList<Evidence.Said>? Talk = null
)
{
    /// <summary>The connector who passed the letter on, and their words; null for a letter sent directly.</summary>
    public PassedOnBy? Introduction { get; init; }

    /// <summary>The version of a reported photo, whose picture is kept; null for a text.</summary>
    public string? Photo { get; init; }

    /// <summary>What tells two reported states of one thing apart.</summary>
    internal string Words => Photo ?? Note;

    /// <summary>The name of the group or gathering in which the text stands; null where it stands in none.</summary>
    public string? PostedIn { get; init; }

    /// <summary>Of a profile, the lines that the reporter saw; empty for another text.</summary>
    public IReadOnlyList<DetailSeen> Details { get; init; } = [];

    // The names of the enum members, as in the rows of earlier versions. The API writes them in its own form.
    private static readonly JsonSerializerOptions Stored = new()
    {
        Converters = { new JsonStringEnumConverter<Gate.Reason>() },
    };

    public sealed record Answered(string Question, string Answer);

    /// <summary>The introduction that a letter came with.</summary>
    /// <param name="DisplayName">The name when the report was made.</param>
    public sealed record PassedOnBy(string Handle, string DisplayName, string Words);

    /// <param name="BySender">Whether the letter's sender wrote it; otherwise the recipient did.</param>
    public sealed record Said(bool BySender, string Text, DateTime At);

    /// <summary>The letter in its current state, with the part of its talk that the recipient could read.</summary>
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

    /// <summary>Another text than a letter.</summary>
    /// <param name="group">The name of the group in which it stands; null where it stands in none.</param>
    internal static Evidence OfText(Member author, string? group, string text, DateTime at) =>
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

    /// <summary>The part that stays when the author's account is deleted and the case decided: when, and why.</summary>
    internal Evidence WithoutWords() => new("", "", "", "", [], "", Reason, null, [], SentAt);

    internal static Evidence FromJson(string json) => JsonSerializer.Deserialize<Evidence>(json, Stored)!;

    internal string ToJson() => JsonSerializer.Serialize(this, Stored);
}
