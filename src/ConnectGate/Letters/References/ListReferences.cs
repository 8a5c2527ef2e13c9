namespace ConnectGate.Letters.References;

/// <summary>The questions to the current member: "do you know this person?"</summary>
public static class ListReferences
{
    /// <summary>All open questions. Unanswered ones come first, then the newest.</summary>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>>;

    /// <summary>Null if the current member has no such open question.</summary>
    /// <param name="Id">The reference's public id.</param>
    [SentBy(Senders.Members)]
    public sealed record One(string Id) : IQuery<Row?>;

    /// <summary>The public id of the letter that a reference is about. Null for everybody except the asker.</summary>
    /// <param name="Id">The reference's public id.</param>
    [SentBy(Senders.Members)]
    public sealed record LetterOf(string Id) : IQuery<string?>;

    /// <param name="Id">The reference's public id.</param>
    /// <param name="AskerHandle">The handle of the letter's recipient.</param>
    /// <param name="AskerName">The display name of the letter's recipient.</param>
    /// <param name="AboutHandle">The handle of the letter's sender. The question gives no extra access to their
    /// profile.</param>
    /// <param name="AboutName">The display name of the letter's sender.</param>
    /// <param name="AskedAt">In UTC.</param>
    /// <param name="Answer">Null until the current member answers.</param>
    /// <param name="Line">The current member's addition; may be empty.</param>
    public sealed record Row(
        string Id,
        string AskerHandle,
        string AskerName,
        string AboutHandle,
        string AboutName,
        DateTime AskedAt,
        Acquaintance? Answer,
        string Line
    )
    {
        /// <summary>The version of the photo of the letter's sender, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>>,
            IRequestHandler<One, Row?>,
            IRequestHandler<LetterOf, string?>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = OfMe();
            if (cursors.Read(query.Cursor) is { IsFirst: var unanswered } after)
            {
                rows = rows.Where(row =>
                    (row.Reference.Answer == null) == unanswered
                        ? row.Reference.AskedAt < after.At
                            || (row.Reference.AskedAt == after.At && row.Reference.Id < after.Id)
                        : unanswered
                );
            }

            var found = await rows.AsNoTracking()
                .OrderByDescending(row => row.Reference.Answer == null)
                .ThenByDescending(row => row.Reference.AskedAt)
                .ThenByDescending(row => row.Reference.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.Reference.Id)
                {
                    At = row.Reference.AskedAt,
                    IsFirst = row.Reference.Answer is null,
                },
                row => row.View()
            );
        }

        public async Task<Row?> Handle(One query, CancellationToken cancellationToken) =>
            (
                await OfMe()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(row => row.Reference.PublicId == query.Id, cancellationToken)
            )?.View();

        public Task<string?> Handle(LetterOf query, CancellationToken cancellationToken) =>
            (
                from reference in context.References
                where reference.PublicId == query.Id && reference.AskerId == actor.Id
                join letter in context.Requests on reference.RequestId equals letter.Id
                select letter.PublicId
            ).SingleOrDefaultAsync(cancellationToken);

        private IQueryable<Asked> OfMe() =>
            from reference in context.References.Open(context.Requests, actor.Now)
            where reference.AskedId == actor.Id
            join asker in context.Members on reference.AskerId equals asker.Id
            join about in context.Members on reference.AboutId equals about.Id
            select new Asked
            {
                Reference = reference,
                AskerHandle = asker.Handle,
                AskerName = asker.DisplayName,
                AboutHandle = about.Handle,
                AboutName = about.DisplayName,
                AboutPhoto = about.PhotoVersion,
            };
    }

    private sealed class Asked
    {
        public required Reference Reference { get; init; }
        public required string AskerHandle { get; init; }
        public required string AskerName { get; init; }
        public required string AboutHandle { get; init; }
        public required string AboutName { get; init; }
        public required string? AboutPhoto { get; init; }

        public Row View() =>
            new(
                Reference.PublicId,
                AskerHandle,
                AskerName,
                AboutHandle,
                AboutName,
                Reference.AskedAt,
                Reference.Answer,
                Reference.Line
            )
            {
                Photo = AboutPhoto,
            };
    }
}
