using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;

namespace ConnectGate.Desk.Inbox.Opening;

/// <summary>
/// A letter to its reader, with all facts beside it of which there is one each, in one statement. The lists have
/// statements of their own; a fact says whether such a list has anything.
/// </summary>
internal sealed class LetterFacts
{
    private static readonly CompiledQuery<
        Func<ConnectGateContext, string, long, DateTime, DateTime, DateTime, IAsyncEnumerable<LetterFacts>>
    > Query = Compiled.Query<string, long, DateTime, DateTime, DateTime, LetterFacts>(
        (context, id, me, now, leftSince, aYearAgo) =>
        {
            var letters = context
                .Requests.AsNoTracking()
                .ReadableBy(me, now, leftSince)
                .Where(letter => letter.PublicId == id);
            return from deciding in DecisionFacts.Of(context, letters, me, now)
                let letter = deciding.Letter
                join sender in context.Members on letter.SenderId equals sender.Id
                join reader in context.Members on letter.RecipientId equals reader.Id
                join talk in context.Talks on letter.Id equals talk.RequestId into talks
                from talk in talks.DefaultIfEmpty()
                join picked in context.Groups on letter.GroupId equals (long?)picked.Id into all
                from picked in all.DefaultIfEmpty()
                select new LetterFacts
                {
                    Deciding = deciding,
                    Sender = sender,
                    Reader = reader,
                    Talk = talk,
                    GroupName = picked.Name,
                    GroupRecognisedAt = picked.RecognisedAt,
                    UpheldReports = context.Cases.Count(file =>
                        file.AuthorId == letter.SenderId && file.Upheld == true && file.ClosedAt > aYearAgo
                    ),
                    NoteToSelf = context
                        .NotesToSelf.Where(note => note.OwnerId == me && note.AboutId == letter.SenderId)
                        .Select(note => note.Text)
                        .FirstOrDefault(),
                    HasEarlier = context.Requests.Any(one =>
                        one.LowId == letter.LowId && one.HighId == letter.HighId && one.SentAt < letter.SentAt
                    ),
                    ReaderHasAddressBook = context.AddressBook.Any(entry => entry.OwnerId == me),
                };
        }
    );

    public required DecisionFacts Deciding { get; init; }

    public ConnectionRequest Letter => Deciding.Letter;

    public required Member Sender { get; init; }

    /// <summary>The recipient.</summary>
    public required Member Reader { get; init; }

    /// <summary>Null if there is none.</summary>
    public required Talk? Talk { get; init; }

    /// <summary>The picked group's name; null if none was picked.</summary>
    public required string? GroupName { get; init; }

    public required DateTime? GroupRecognisedAt { get; init; }

    /// <summary>The upheld cases about the sender within a year.</summary>
    public required int UpheldReports { get; init; }

    public required string? NoteToSelf { get; init; }

    /// <summary>Whether the two wrote to each other before. The reader may not see all of it.</summary>
    public required bool HasEarlier { get; init; }

    public required bool ReaderHasAddressBook { get; init; }

    /// <summary>Null where the member may not read the letter.</summary>
    /// <param name="leftSince">A letter that was withdrawn or closed earlier is gone.</param>
    public static async Task<LetterFacts?> ReadAsync(
        ConnectGateContext context,
        string id,
        long me,
        DateTime now,
        DateTime leftSince,
        CancellationToken cancellationToken
    ) =>
        await Query
            .For(context)(context, id, me, now, leftSince, now.AddYears(-1))
            .SingleOrDefaultAsync(cancellationToken);
}
