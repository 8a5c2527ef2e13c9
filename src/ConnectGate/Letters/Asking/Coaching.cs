using ConnectGate.Gate;
using ConnectGate.Gate.Reading.Text;
using ConnectGate.Gate.Rules;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

/// <summary>
/// Gives advice on a letter. It uses the recipient's policy and the shared facts that the writer may see anyway. It
/// writes no text for the member.
/// </summary>
internal sealed class Coaching(IOptions<GateOptions> options)
{
    /// <summary>Returns the refusals, the advice and the help for the writer.</summary>
    /// <param name="attempt">The letter so far.</param>
    /// <param name="verdict">The gate's verdict so far.</param>
    /// <param name="common">Read whatever the gate found, so that the response time reveals no more than the
    /// answer.</param>
    public CheckRequest.View Say(Attempt attempt, Verdict verdict, CommonGround common)
    {
        var refusals = verdict.Refusals;
        var least = refusals.Any(refusal => refusal.Code == Finding.Unavailable)
            ? options.Value.MinimumNote // a closed policy must not show the recipient's minimum
            : attempt.Terms.LeastNote(options.Value.MinimumNote);
        if (refusals.Any(refusal => refusal.Field == Finding.Recipient))
        {
            return new(refusals, [], [], least); // no change of the text would help
        }

        return new(
            refusals,
            refusals.Any(refusal => refusal.Field == Written.NoteField) ? [] : verdict.Advice,
            [
                .. Open(attempt),
                .. Short(LetterShape.Of(attempt.Letter), least),
                .. Welcome(attempt),
                .. Shared(attempt.Letter, common.Mutual),
                .. Shared(attempt.Letter, common.Groups),
            ],
            least
        );
    }

    private static IEnumerable<Refusal> Open(Attempt attempt) =>
        from question in attempt.Questions
        let answer = attempt.Letter.Answers?.FirstOrDefault(answer => answer.QuestionId == question.PublicId)
        where VisibleText.IsBlank(answer?.Text)
        select new Refusal(
            "question-open",
            Answer.Field(question.PublicId),
            Words.Format("question-open", question.Text)
        );

    private static IEnumerable<Refusal> Short(LetterShape shape, int least)
    {
        if (shape.NoteLength(least)?.Code == "note-too-short")
        {
            yield return new Refusal(
                "characters-left",
                Written.NoteField,
                Words.Format("characters-left", least, shape.NoteTowardsMinimum)
            );
        }
    }

    private static IEnumerable<Refusal> Welcome(Attempt attempt)
    {
        var code = attempt.Letter.Reason switch
        {
            Reason.HiringOrJob when attempt.Terms.WelcomesJobEnquiries => "jobs-welcome",
            Reason.Collaboration when attempt.Terms.WelcomesPitches => "offers-welcome",
            _ => null,
        };
        if (code is not null)
        {
            yield return new Refusal(code, Written.NoteField, Words.Of(code));
        }
    }

    // No help if the text already names a mutual connection.
    private static IEnumerable<Refusal> Shared(Letter letter, MutualConnections.View mutual)
    {
        var written = WordsOf($"{letter.Note} {letter.ReasonDetail}").ToHashSet(StringComparer.Ordinal);
        if (
            mutual.Members.Count > 0
            && !mutual.Members.Any(member => WordsOf(member.DisplayName).Any(written.Contains))
        )
        {
            var names = mutual.Members.Take(2).Select(member => member.DisplayName).ToArray();
            var code = mutual.Members.Count switch
            {
                1 => "both-know-one",
                2 => "both-know-some",
                _ => "both-know-many",
            };
            yield return new Refusal("both-know", Written.NoteField, Words.Format(code, [.. names]));
        }
    }

    // No help if a group is picked already, or if the reason is not a shared group or event.
    private static IEnumerable<Refusal> Shared(Letter letter, IReadOnlyList<SharedContext.Shared> groups)
    {
        var kind = letter.Reason == Reason.SameEvent ? GroupKind.Gathering : GroupKind.Group;
        if (
            letter.Reason is Reason.SameEvent or Reason.SameGroup
            && !letter.PicksGroup
            && groups.FirstOrDefault(group => group.Confirmed && group.Kind == kind) is { } shared
        )
        {
            yield return new Refusal(
                "pick-shared-group",
                SharedGroupRule.Field,
                Words.Format("pick-shared-group", shared.Name)
            );
        }
    }

    private static IEnumerable<string> WordsOf(string text) => FoldedText.Of(text).Words.Select(word => word.Text);
}
