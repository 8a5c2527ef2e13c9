using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Rules;
using ConnectGate.Letters.Asking;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support.Databases;
using Microsoft.Extensions.Options;

namespace ConnectGate.Tests.Gate;

/// <summary>The gate would admit each example, but refuses every copy of one.</summary>
public sealed class GoodExampleTests() : CommunityTests(Database.Sqlite)
{
    public static readonly TheoryData<Reason> Reasons = [.. Enum.GetValues<Reason>()];

    private static readonly NoteTrial Trial = new(
        new NoteReader(PhraseBook.Load(), Lexicon.Load()),
        Options.Create(new GateOptions())
    );

    [Fact]
    public void There_is_one_for_each_reason_and_none_is_like_another()
    {
        var examples = GoodExample.All(new Words(), null);

        Assert.Equal(Enum.GetValues<Reason>(), examples.Select(example => example.Reason));
        Assert.All(examples, one =>
            Assert.All(examples.Where(other => other != one), other =>
                Assert.True(
                    NotePrint.Likeness(NotePrint.Of(one.Note), NotePrint.Of(other.Note)) < NotePrint.Alike,
                    $"{one.Reason} {other.Reason}"
                )
            )
        );
    }

    [Theory, MemberData(nameof(Reasons))]
    public void The_gate_would_let_it_through_without_a_remark(Reason reason)
    {
        var example = Of(reason);

        var result = Trial.Try(new NoteTrial.Note(example.Note, Reason: reason, ReasonDetail: example.Detail), []);

        Assert.Empty(result.Refusals.Concat(result.Advice).Select(refusal => refusal.Code));
        Assert.Null(PersonalNote.Limit.Check(example.Note, "note"));
        Assert.Null(StatedReason.DetailLimit.Check(example.Detail, "reasonDetail"));
    }

    [Theory, MemberData(nameof(Reasons))]
    public async Task Nobody_can_send_it_whatever_stands_around_it(Reason reason)
    {
        var (sender, recipient) = (
            await Community.InsertAsync(A.Member() with { DisplayName = "Sal Esman" }),
            await Community.InsertAsync(A.Member() with { DisplayName = "Ruth Vos" })
        );
        var example = Of(reason);
        string[] notes =
        [
            example.Note,
            example.Note.ToUpperInvariant(),
            $"Dear Ruth,\n\n{example.Note.Replace(". ", "... ", StringComparison.Ordinal)}\n\nBest wishes,\nSal Esman",
            Replaced(example.Note),
        ];

        foreach (var note in notes)
        {
            var letter = new Letter(note, reason, "In words of my own", null);
            await Community.RefusedAsync(
                sender,
                new SendRequest.Command(recipient.Handle, letter),
                CopiedExampleRule.Code,
                "note"
            );
            Assert.Contains(
                (await Community.QueryAsync(sender, new CheckRequest.Query(recipient.Handle, letter)))!.Refusals,
                refusal => refusal.Code == CopiedExampleRule.Code
            );
        }
    }

    [Fact]
    public async Task A_letter_is_not_corrected_to_an_example()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var id = await Community.AskAsync(sender, recipient);

        await Community.RefusedAsync(
            sender,
            new CorrectRequest.Command(id, A.Letter() with { Note = Of(Reason.Advice).Note }),
            CopiedExampleRule.Code,
            "note"
        );
    }

    private static GoodExample Of(Reason reason) =>
        GoodExample.All(new Words(), null).Single(example => example.Reason == reason);

    // Replaces the last name in the note.
    private static string Replaced(string note)
    {
        var words = note.Split(' ');
        var name = Array.FindLastIndex(words, word => char.IsUpper(word[0]) && word.Length > 2);
        words[name] = "Zwolle";
        return string.Join(' ', words);
    }
}
